import { headersOf, TRANSPORT } from './rules.ts';

/** Headers that every host of this kind sends correctly by itself. */
const KNOWN = new Set(
	['text/html', 'text/javascript', 'text/css', 'application/json', 'image/svg+xml', 'image/png', 'font/woff2'].concat(
		...['text/plain', 'application/xml', 'image/x-icon', 'application/pdf', 'application/zip'],
	),
);

type Lines = ReadonlyMap<string, string>;

/** The headers of a file that must be configured: hosts of this kind revalidate pages by default. */
function toSay(file: string): Lines {
	const all = Object.entries({ ...headersOf(file), [TRANSPORT.name]: TRANSPORT.value }).filter(
		([name, value]) =>
			!(name === 'cache-control' && value === 'no-cache') &&
			!(name === 'content-type' && KNOWN.has(value.split(';')[0] ?? '')),
	);
	return new Map(all);
}

/** The headers that all of these share. */
const common = (all: readonly Lines[]): Lines =>
	new Map([...(all[0] ?? [])].filter(([name, value]) => all.every((each) => each.get(name) === value)));

const without = (lines: Lines, others: Lines): Lines => new Map([...lines].filter(([name]) => !others.has(name)));

/** The headers of an address; one that ends in a star stands for all below it. */
interface Block {
	readonly address: string;
	readonly lines: Lines;
}

const block = (address: string, lines: Lines): Block[] => (lines.size === 0 ? [] : [{ address, lines }]);

/** A file's addresses: a page has one by its folder, and one by its name. */
const addresses = (file: string): string[] =>
	/(?:^|\/)index\.html$/.test(file) ? [file.slice(0, -'index.html'.length), file] : [file];

/** Each header once, at the highest folder whose files all have it: these hosts concatenate repeated headers. */
function blocks(folder: string, files: ReadonlyMap<string, Lines>, base: string): Block[] {
	const here = common([...files.values()]);
	const left = new Map([...files].map(([file, lines]) => [file, without(lines, here)] as const));
	const inner = new Map<string, Map<string, Lines>>();
	const own: Block[] = [];
	for (const [file, lines] of left) {
		const name = /^[^/]+\//.exec(file.slice(folder.length))?.[0];
		if (name === undefined) own.push(...addresses(file).flatMap((address) => block(base + address, lines)));
		else inner.set(name, (inner.get(name) ?? new Map<string, Lines>()).set(file, lines));
	}
	return [
		...block(`${base}${folder}*`, here),
		...own,
		...[...inner].flatMap(([name, below]) => blocks(folder + name, below, base)),
	];
}

/** Each header of the files, once for a path. */
const headerBlocks = (files: readonly string[], base: string): readonly Block[] =>
	blocks('', new Map([...files].sort().map((file) => [file, toSay(file)] as const)), base);

/**
 * The `_headers` of Netlify, Cloudflare Pages and hosts like them.
 * @param files of the site, from its root
 * @param base the site's address on its host, a slash at both ends
 */
export function headersFile(files: readonly string[], base: string): string {
	const entries = headerBlocks(files, base).flatMap(({ address, lines }) => [
		address,
		...[...lines].map(([name, value]) => `  ${name}: ${value}`),
	]);
	return ['# Netlify, Cloudflare Pages: lies in the root of what is published.', ...entries, ''].join('\n');
}

/** The `_redirects` of the same hosts: a page without its slash is redirected to the one with it. */
export const redirectsFile = (files: readonly string[], base: string): string =>
	[
		'# Most hosts do this by themselves; those that do not read it here.',
		...files
			.filter((file) => file.endsWith('/index.html'))
			.map((file) => base + file.slice(0, -'/index.html'.length))
			.sort()
			.map((page) => `${page} ${page}/ 301`),
		'',
	].join('\n');

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
