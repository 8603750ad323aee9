import { readFileSync } from 'node:fs';
import { apache } from './apache.ts';
import { caddy } from './caddy.ts';
import { headersFile, redirectsFile } from './headers-file.ts';
import { serveFile } from './serve-file.ts';
import { nginx } from './nginx.ts';
import { costs, type Published } from './traffic.ts';

interface HostFile {
	/** From the root of the site. */
	readonly path: string;
	readonly text: string;
}

/**
 * The configuration of hosts for a site: headers, caching, compression, redirects, missing pages. Files that a host looks
 * for lie in the root; those for server administrators in `hosting/`, which no configuration serves.
 * @param files of the site, from its root, without compressed copies; `404.html` among them
 * @param base the site's path on its host, with slashes at both ends
 */
export const hostFiles = (files: readonly string[], base = '/'): HostFile[] => [
	{ path: '.htaccess', text: apache(base) },
	{ path: '_headers', text: headersFile(files, base) },
	{ path: '_redirects', text: redirectsFile(files, base) },
	{ path: 'serve.json', text: serveFile(files) },
	{ path: 'hosting/Caddyfile', text: caddy(base) },
	{ path: 'hosting/nginx.conf', text: nginx(base) },
];

/** How to host the site, with its traffic, computed from its files. */
export const guide = (site: Published): HostFile => ({
	path: 'hosting/HOSTING.md',
	text: `${readFileSync(new URL('HOSTING.md', import.meta.url), 'utf8')}\n${costs(site)}`,
});
