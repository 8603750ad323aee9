import type { BundleInput } from './input.ts';
import { inStyles, readPage } from './page.ts';
import { decoded, reasonOf } from '#bundles/bundle.ts';

interface Led {
	readonly from: string;
	readonly to: string;
}

const isPage = (path: string): boolean => path.endsWith('.html');

/** Addresses with a scheme, or of another host, are not internal. */
const leadsWithin = (to: string): boolean => to !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(to);

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

function ledFrom(path: string, bytes: Uint8Array): readonly string[] {
	if (/\.(?:html|svg|atom|xml)$/.test(path)) return readPage(bytes).addresses.map(({ to }) => to);
	if (path.endsWith('.css')) return inStyles(decoded(bytes));
	return /\.json(?:ld)?$/.test(path) ? inJson(decoded(bytes)) : [];
}

/** The target of a link: a file and an anchor in it. Null if it leaves the folder; throws if it is not an address. */
function target({ from, to }: Led): { readonly path: string; readonly anchor: string } | null {
	const depth = `/${'in/'.repeat(40)}`;
	const url = new URL(to, `http://here${depth}${encodeURI(from)}`);
	if (!url.pathname.startsWith(depth)) return null;
	const path = decodeURIComponent(url.pathname.slice(depth.length));
	const anchor = decodeURIComponent(url.hash.slice(1).replace(/:~:.*$/, ''));
	return { path: path === '' || path.endsWith('/') ? `${path}index.html` : path, anchor };
}

function failureOf(led: Led, files: BundleInput['files']): string | null {
	const { from, to } = led;
	try {
		const found = to.startsWith('/') ? null : target(led);
		if (!found) return `${from}: ${to} leads out of the folder`;
		const page = files.get(found.path);
		if (!page) return `${from}: ${to} leads to ${found.path}, which is not there`;
		const isThere = found.anchor === '' || !isPage(found.path) || readPage(page).ids.has(found.anchor);
		return isThere ? null : `${from}: ${to} leads to #${found.anchor}, which is not in ${found.path}`;
	} catch {
		return `${from}: ${to} is not a valid URL`;
	}
}

/** Every internal link in pages, styles, pictures and descriptions must lead to a file and an anchor that exist. */
export function anchorsAndLinks({ files }: BundleInput): string[] {
	return [...files].flatMap(([from, bytes]) => {
		try {
			return [...new Set(ledFrom(from, bytes))]
				.filter(leadsWithin)
				.map((to) => failureOf({ from, to }, files))
				.filter((failure) => failure !== null);
		} catch (problem) {
			return [`${from}: cannot be read: ${reasonOf(problem)}`];
		}
	});
}
