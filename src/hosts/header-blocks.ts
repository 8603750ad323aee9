/** The headers of files by address, for hosts that are configured by address (`_headers`, `serve.json`). */
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
export interface Block {
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
export const headerBlocks = (files: readonly string[], base: string): readonly Block[] =>
	blocks('', new Map([...files].sort().map((file) => [file, toSay(file)] as const)), base);
