import { existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import getPort, { portNumbers } from 'get-port';
import sirv from 'sirv';

export interface Served {
	/** `http://127.0.0.1:<port>/` */
	readonly address: string;
	close(): Promise<void>;
}

/** Embeds and what they load, frozen ones, the script that pages of others hold to its hash, data and pictures. */
const OPEN = /^\/(?:_app|charts|data|embed|oembed|share|v)\b|\.json$/;

/**
 * Serves a built site as a static host would: compressed files where they lie beside the plain ones, `/page` redirected
 * to `/page/`, hashed files cacheable for ever, anything else fresh, what pages of others load open to them (CORS). On
 * 127.0.0.1, at the port or the next free one. Rejects if the folder holds no site.
 */
export async function serve(folder: string, port = 4173): Promise<Served> {
	if (!existsSync(join(folder, 'index.html'))) throw new Error(`${folder} holds no site; run "npm run build" first`);
	const files = sirv(folder, {
		dev: false,
		etag: true,
		brotli: true,
		gzip: true,
		setHeaders: (response, path) => {
			response.setHeader(
				'cache-control',
				path.startsWith('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache',
			);
			if (OPEN.test(path)) response.setHeader('access-control-allow-origin', '*');
		},
	});
	const server = createServer((request, response) => {
		const [path = '/', query] = (request.url ?? '/').split('?');
		if (isFolder(folder, path)) {
			response.writeHead(308, { location: `${path}/${query === undefined ? '' : `?${query}`}` }).end();
			return;
		}
		files(request, response, () => {
			response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
		});
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

/** Whether a path without its last slash is a page. `//host` is none: redirecting to it would leave the site. */
function isFolder(folder: string, path: string): boolean {
	if (path.endsWith('/') || !/^(?:\/[\w.-]+)+$/.test(path)) return false;
	const place = join(folder, normalize(path));
	return existsSync(place) && statSync(place).isDirectory();
}
