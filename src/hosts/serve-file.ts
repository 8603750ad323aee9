import { headerBlocks } from './header-blocks.ts';

/** That server does not start with more rules; a file without its rule is still served. */
const MOST = 50;

/**
 * The `serve.json` of npm's `serve`, which otherwise serves a page without its slash, where its relative addresses break.
 * It is read only at the root of what is served. That server matches files, and knows their types.
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
