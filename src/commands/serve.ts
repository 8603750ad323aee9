import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { join, normalize } from 'node:path';
import { unescape } from 'node:querystring';
import getPort, { portNumbers } from 'get-port';
import sirv from 'sirv';
import { headersOf, isServed } from '#hosts/rules.ts';

export interface Served {
	/** `http://127.0.0.1:<port>/` */
	readonly address: string;
	close(): Promise<void>;
}

/**
 * Serves a built site as a static host would: compressed files where they lie beside the plain ones, `/page` redirected
 * to `/page/`, the headers of `src/hosts/rules.ts`, the paths that these hide not served, `404.html`, if any, for missing files. On 127.0.0.1,
 * at the port or the next free one. Rejects if the folder holds no site.
 */
export async function serve(folder: string, port = 4173): Promise<Served> {
	if (!existsSync(join(folder, 'index.html'))) throw new Error(`${folder} contains no site; run "npm run build" first`);
	const files = sirv(folder, {
		dev: false,
		etag: true,
		brotli: true,
		gzip: true,
		setHeaders: (response, path) => {
			for (const [name, value] of Object.entries(headersOf(path.slice(1)))) response.setHeader(name, value);
		},
	});
	const server = createServer((request, response) => {
		const [path = '/', query] = (request.url ?? '/').split('?');
		if (isFolder(folder, path)) {
			response.writeHead(308, { location: `${path}/${query === undefined ? '' : `?${query}`}` }).end();
			return;
		}
		const missing = (): void => {
			const page = join(folder, '404.html');
			const there = existsSync(page);
			response
				.writeHead(404, headersOf(there ? '404.html' : 'not-found.txt'))
				.end(there ? readFileSync(page) : 'Not found\n');
		};
		const requested = unescape(path.slice(1));
		if (!isServed(requested)) {
			missing();
			return;
		}
		putRange(request.headers, join(folder, requested.replace(/(^|\/)$/, '$1index.html')));
		files(request, response, missing);
	});
	const free = await getPort({ host: '127.0.0.1', port: portNumbers(port, Math.min(port + 100, 65535)) });
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject).listen(free, '127.0.0.1', resolve);
	});
	return {
		address: `http://127.0.0.1:${String(free)}/`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => {
					resolve();
				});
				server.closeAllConnections();
			}),
	};
}

/**
 * Rewrites the `Range` header of a request for sirv, which reads the last bytes ("bytes=-100") as the first, and knows
 * neither several ranges nor conditions: such requests get the whole file. A range is always one of the uncompressed file.
 */
function putRange(headers: IncomingHttpHeaders, file: string): void {
	const { range } = headers;
	if (range === undefined) return;
	delete headers.range;
	const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
	const stats = headers['if-range'] === undefined ? statSync(file, { throwIfNoEntry: false }) : undefined;
	if (!stats?.isFile() || from + to === '' || (from !== '' && to !== '' && Number(from) > Number(to))) return;
	delete headers['accept-encoding'];
	// The last 0 bytes are beyond the end, which sirv refuses.
	headers.range = from === '' ? `bytes=${Math.max(0, stats.size - Number(to))}-` : range;
}

/** Whether a path without its last slash is a page. Never true for `//host`: a redirect to it would leave the site. */
function isFolder(folder: string, path: string): boolean {
	if (path.endsWith('/') || !/^(?:\/[\w.-]+)+$/.test(path)) return false;
	const place = join(folder, normalize(path));
	return existsSync(place) && statSync(place).isDirectory();
}
