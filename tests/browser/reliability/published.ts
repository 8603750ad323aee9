/** A host whose files are replaced while readers have pages open. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { headersOf } from '#hosts/rules.ts';
import { builtFiles } from '#tests/site/built-files.ts';

/** Files by path from the site's root. */
export type Site = ReadonlyMap<string, Buffer>;

export const isHashed = (path: string): boolean => path.startsWith('_app/immutable/');
export const isPage = (path: string): boolean => path.endsWith('.html');

/** The files of a site whose paths match a rule. */
export const only = (site: Site, rule: (path: string) => boolean): Site =>
	new Map([...site].filter(([path]) => rule(path)));

export const built = (): Site => new Map(builtFiles().map((file) => [file, readFileSync(join('build', file))]));

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** The policy has the hashes of a page's styles; changed styles get new ones. */
function withHashes(before: string, after: string): string {
	const styles = (html: string) =>
		[...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, css = '']) => hashOf(css));
	const now = styles(after);
	return styles(before).reduce((html, hash, at) => html.replaceAll(hash, now[at] ?? hash), after);
}

/**
 * The site as the next build would make it: every hashed file under another name, everything that names it changed
 * accordingly, and `word` in the title of every page, so that one can tell. Lengths stay, as they do in real builds.
 */
export function rebuilt(site: Site, word: string): Site {
	const names = [...site.keys()].filter(isHashed).map((path) => {
		const name = path.split('/').pop() ?? '';
		return [
			name,
			name.replace(/\.([\w-]+)\.(\w+)$/, (_, hash: string, end: string) => `.${[...hash].reverse().join('')}.${end}`),
		] as const;
	});
	const renamed = (text: string): string => names.reduce((now, [from, to]) => now.replaceAll(from, to), text);
	const entries = [...site].map(([path, bytes]): [string, Buffer] => {
		if (!/\.(?:html|css|js)$/.test(path)) return [renamed(path), bytes];
		const before = bytes.toString();
		const after = renamed(before).replace('<title>', `<title>${word} `);
		return [renamed(path), Buffer.from(isPage(path) ? withHashes(before, after) : after)];
	});
	return new Map(entries);
}

export interface Published {
	readonly address: string;
	/** From the next request on, only these files exist. */
	replace(site: Site): void;
	close(): Promise<void>;
}

/** Serves files from memory with the headers that hosts are configured to send, including `304`. */
export async function publish(first: Site): Promise<Published> {
	let site = first;
	const server = createServer((request, response) => {
		const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/').slice(1);
		const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
		const bytes = site.get(file);
		if (!bytes) return response.writeHead(404, headersOf('404.html')).end(site.get('404.html') ?? '<h1>Not found</h1>');
		const etag = `"${hashOf(bytes.toString('latin1'))}"`;
		const headers = { ...headersOf(file), etag };
		return request.headers['if-none-match'] === etag
			? response.writeHead(304, headers).end()
			: response.writeHead(200, headers).end(bytes);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		replace(next) {
			site = next;
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
