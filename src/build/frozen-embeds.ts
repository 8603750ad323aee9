import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { afterBuild } from './after-build.ts';

/** The files that a version has a copy of, from the root of the site; its links to all others lead to the current site. */
const COPIED = ['embed.js', 'charts', 'share'];

/** Whether a URL relative to the root of the site is in the folder of the version. */
const isInVersion = (address: string): boolean =>
	/^(?:_app|embed\/[^/]+|oembed|charts|share|embed\.js)(?:[/?#]|$)/.test(address);

/**
 * A page of `embed/<chart>/` as it stands in `v/<version>/embed/<chart>/`: two folders deeper, so links to
 * what the version has no copy of go up two more. Only attributes and the line with the date of the data change; the hashes of
 * scripts and styles stay valid.
 */
export const frozenPage = (html: string, version: string): string =>
	html
		.replace(/ (href|src)="\.\.\/\.\.\/([^"]*)"/g, (whole, name: string, address: string) =>
			isInVersion(address) ? whole : ` ${name}="../../../../${address}"`,
		)
		.replace(/ (href|content)="(https?:[^"]*\/)(oembed|share)\//g, ` $1="$2v/${version}/$3/`)
		.replace(/(<span>Data of <time[^>]*>[^<]*<\/time>)/, '$1, kept as they were then');

/**
 * The oEmbed answer of a chart: relative URLs are valid in the folder of the version, except that of the site; absolute
 * URLs are changed to lead into it.
 */
export function frozenOEmbed(json: string, version: string): string {
	const { provider_url: site } = JSON.parse(json) as { provider_url: string };
	if (!/^https?:/.test(site)) return json.replace('"provider_url":"../"', '"provider_url":"../../../"');
	return ['embed/', 'charts/'].reduce(
		(text, part) => text.replaceAll(site + part, `${site}v/${version}/${part}`),
		json,
	);
}

/** Writes a file and the folders above it. */
function write(file: string, text: string): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}

/** Copies the embeds of a finished site to `v/<version>/`, with all files that they and their snippets load. */
function freeze(site: string, version: string): void {
	const folder = join(site, 'v', version);
	const charts = readdirSync(join(site, 'embed'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
	const pages = charts.map(({ name }) => ({
		name,
		html: readFileSync(join(site, 'embed', name, 'index.html'), 'utf8'),
	}));
	for (const { name, html } of pages) {
		write(join(folder, 'embed', name, 'index.html'), frozenPage(html, version));
		const json = readFileSync(join(site, 'oembed', `${name}.json`), 'utf8');
		write(join(folder, 'oembed', `${name}.json`), frozenOEmbed(json, version));
	}
	const referenced = new Set(pages.flatMap(({ html }) => html.match(/_app\/immutable\/[\w./-]+/g) ?? []));
	for (const file of [...referenced, ...COPIED]) {
		const from = join(site, file);
		if (existsSync(from)) cpSync(from, join(folder, file), { recursive: true });
	}
}

/** Adds a frozen copy of the embeds to a finished site. Must run after all plugins that add or remove files. */
export function frozenEmbeds(site: string): Plugin {
	return afterBuild('story:frozen-embeds', () => {
		const { version } = JSON.parse(readFileSync(join(site, 'embeds.json'), 'utf8')) as { version: string };
		freeze(site, version);
	});
}
