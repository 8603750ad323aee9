import { parse } from 'node-html-parser';
import type { Given } from './given.ts';

/** Where a file leads, as it is written there. */
interface Led {
	readonly from: string;
	readonly to: string;
}

const isPage = (path: string): boolean => path.endsWith('.html');

/** Addresses with a scheme, or of another host, are no links within. */
const leadsWithin = (to: string): boolean => to !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(to);

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const inStyles = (css: string): string[] =>
	[...css.matchAll(/url\(\s*(["']?)(.*?)\1\s*\)/g)].map(([, , address = '']) => address);

const inSet = (set: string): string[] => set.split(',').map((one) => one.trim().split(/\s+/)[0] ?? '');

interface Page {
	readonly ids: ReadonlySet<string>;
	readonly led: readonly string[];
}

function readPage(html: string): Page {
	const tree = parse(html, { comment: false });
	const led: string[] = [];
	const ids = new Set<string>();
	for (const element of tree.querySelectorAll('*')) {
		const { attributes } = element;
		if (attributes['id']) ids.add(attributes['id']);
		for (const name of ['href', 'xlink:href', 'src', 'poster', 'data', 'action'])
			if (attributes[name] !== undefined) led.push(attributes[name]);
		if (attributes['srcset']) led.push(...inSet(attributes['srcset']));
		if (attributes['http-equiv'] === 'refresh') led.push(/url=(.*)$/i.exec(attributes['content'] ?? '')?.[1] ?? '');
		if (element.rawTagName === 'style') led.push(...inStyles(element.textContent));
	}
	return { ids, led };
}

/** The relative addresses among the values of a JSON file. */
function inJson(json: string): string[] {
	const found: string[] = [];
	JSON.parse(json, (_, value: unknown) => {
		if (typeof value !== 'string') return value;
		if (/^\.{1,2}\/\S*$/.test(value)) found.push(value);
		for (const [, src = ''] of value.matchAll(/ src="([^"]*)"/g)) found.push(src);
		return value;
	});
	return found;
}

function ledFrom(path: string, bytes: Uint8Array, page: Page | undefined): readonly string[] {
	if (page) return page.led;
	if (path.endsWith('.css')) return inStyles(text(bytes));
	if (/\.(?:svg|atom|xml)$/.test(path))
		return [...text(bytes).matchAll(/ (?:xlink:)?(?:href|src)="([^"]*)"/g)].map(([, address = '']) => address);
	return /\.json(?:ld)?$/.test(path) ? inJson(text(bytes)) : [];
}

/** What an address leads to: a file and an anchor in it. Null where it leaves the folder. */
function target({ from, to }: Led): { readonly path: string; readonly anchor: string } | null {
	const depth = `/${'in/'.repeat(40)}`;
	const url = new URL(to.replaceAll('&amp;', '&'), `http://here${depth}${from}`);
	if (!url.pathname.startsWith(depth)) return null;
	const path = decodeURIComponent(url.pathname.slice(depth.length));
	const anchor = decodeURIComponent(url.hash.slice(1).replace(/:~:.*$/, ''));
	return { path: path === '' || path.endsWith('/') ? `${path}index.html` : path, anchor };
}

/** Every address in pages, styles, pictures and descriptions that leads within: whether something is there. */
export function anchorsAndLinks({ files }: Given): string[] {
	const pages = new Map(
		[...files].filter(([path]) => isPage(path)).map(([path, bytes]) => [path, readPage(text(bytes))]),
	);
	const all = [...files].flatMap(([from, bytes]) =>
		[...new Set(ledFrom(from, bytes, pages.get(from)))].map((to) => ({ from, to })),
	);
	return all
		.filter(({ to }) => leadsWithin(to))
		.flatMap((led) => {
			const { from, to } = led;
			const found = to.startsWith('/') ? null : target(led);
			if (!found) return [`${from}: ${to} leads out of the folder`];
			if (!files.has(found.path)) return [`${from}: ${to} leads to ${found.path}, which is not there`];
			const ids = pages.get(found.path)?.ids;
			const isThere = found.anchor === '' || !ids || ids.has(found.anchor);
			return isThere ? [] : [`${from}: ${to} leads to #${found.anchor}, which ${found.path} has not`];
		});
}
