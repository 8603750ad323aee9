import { headerBlocks } from './headers-file.ts';

/** With more rules that server does not start; a file without its rule is still shown. */
const MOST = 50;

/**
 * The `serve.json` of npm's `serve`, which else sends a page without its slash where its relative addresses lead nowhere.
 * It is read at the root of what is served alone. That server matches files, and knows their types.
 */
export function serveFile(files: readonly string[]): string {
	const headers = headerBlocks(files, '')
		.map(({ address, lines }) => ({
			source: address.replace(/\*$/, '**'),
			headers: [...lines].flatMap(([key, value]) => (key === 'content-type' ? [] : [{ key, value }])),
		}))
		.filter((rule) => !/(?:^|\/)$/.test(rule.source) && rule.headers.length > 0)
		.slice(0, MOST);
	return `${JSON.stringify({ trailingSlash: true, cleanUrls: true, headers }, null, '\t')}\n`;
}
