import { headerBlocks } from './header-blocks.ts';

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
