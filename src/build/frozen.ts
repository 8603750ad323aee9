import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { afterSite } from './after-site.ts';

/** What a version keeps a copy of, from the root of the site; everything else it leads to is that of today. */
const KEPT = ['embed.js', 'charts', 'share'];

/** Where Kit notes the version of what it has built. */
const VERSION = '.svelte-kit/output/client/_app/version.json';

/** Whether an address seen from the root of the site is in the version's own folder. */
const isKept = (address: string): boolean =>
	/^(?:_app|embed\/[^/]+|oembed|charts|share|embed\.js)(?:[/?#]|$)/.test(address);

/**
 * A page of `embed/<chart>/` as it stands in `v/<version>/embed/<chart>/`: two folders deeper, so that what the version
 * does not keep is two folders further up. Only attributes and the line that dates the data change; hashes of scripts
 * and styles stay true.
 */
export const frozenPage = (html: string, version: string): string =>
	html
		.replace(/ (href|src)="\.\.\/\.\.\/([^"]*)"/g, (whole, name: string, address: string) =>
			isKept(address) ? whole : ` ${name}="../../../../${address}"`,
		)
		.replace(/ href="(https?:[^"]*\/)oembed\//g, ` href="$1v/${version}/oembed/`)
		.replace(/(<span>Data of <time[^>]*>[^<]*<\/time>)/, '$1, kept as they were then');

/**
 * What systems read of a chart: relative addresses are right in the version's folder, but for that of the site; absolute
 * ones are led into it.
 */
export function frozenOEmbed(json: string, version: string): string {
	const { provider_url: site } = JSON.parse(json) as { provider_url: string };
	if (!/^https?:/.test(site)) return json.replace('"provider_url":"../"', '"provider_url":"../../../"');
	return ['embed/', 'charts/'].reduce(
		(text, part) => text.replaceAll(site + part, `${site}v/${version}/${part}`),
		json,
	);
}

/** Writes a file with its compressed copies, as the adapter does. */
function writeCompressed(file: string, text: string): void {
	const bytes = Buffer.from(text);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, bytes);
	writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
	writeFileSync(
		`${file}.br`,
		brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
	);
}

/** Puts the embeds of a finished site once more under `v/<version>/`, with all that they and their snippets load. */
function freeze(site: string, version: string): void {
	const folder = join(site, 'v', version);
	const charts = readdirSync(join(site, 'embed'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
	const pages = charts.map(({ name }) => ({
		name,
		html: readFileSync(join(site, 'embed', name, 'index.html'), 'utf8'),
	}));
	for (const { name, html } of pages) {
		writeCompressed(join(folder, 'embed', name, 'index.html'), frozenPage(html, version));
		const json = readFileSync(join(site, 'oembed', `${name}.json`), 'utf8');
		writeCompressed(join(folder, 'oembed', `${name}.json`), frozenOEmbed(json, version));
	}
	const asked = new Set(pages.flatMap(({ html }) => html.match(/_app\/immutable\/[\w./-]+/g) ?? []));
	for (const file of [...asked, ...KEPT]) {
		for (const end of ['', '.br', '.gz']) {
			const from = join(site, file + end);
			if (existsSync(from)) cpSync(from, join(folder, file + end), { recursive: true });
		}
	}
}

/** Keeps a copy of the embeds for those who want this version for ever. Comes after all that writes into the site. */
export function frozenEmbeds(site: string): Plugin {
	return afterSite('ambassador:frozen-embeds', () => {
		const { version } = JSON.parse(readFileSync(VERSION, 'utf8')) as { version: string };
		freeze(site, version);
	});
}
