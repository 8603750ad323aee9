import type { Built } from '#bundles/built.ts';
import { sourceHash } from '#lib/export/hash.ts';

/** The site's own sans serif, with its axis of weights. Throws if the build has none. */
export function sansOf({ files }: Pick<Built, 'files'>): Uint8Array {
	const found = [...files].find(([path]) => /^_app\/.*\/sans\.[^/]+\.woff2$/.test(path));
	if (!found) throw new Error('the build has no font for pictures: run "npm run build" again');
	return found[1];
}

/** Styles without the `@font-face` rules of the site's font files. */
export const withoutFontFaces = (css: string): string =>
	css.replace(/@font-face\{[^}]*url\((?:\.\.\/)*_app\/[^}]*\}/g, '');

/**
 * A page without the site's font files, for places where they are missing or their address is unknown. Updates the hashes
 * in its policy.
 */
export function withoutSiteFonts(html: string): string {
	const hashes = new Map<string, string>();
	const page = html.replace(/(<style>)([\s\S]*?)(<\/style>)/g, (_, open: string, style: string, close: string) => {
		const own = withoutFontFaces(style);
		hashes.set(sourceHash(style), sourceHash(own));
		return open + own + close;
	});
	return [...hashes].reduce((text, [before, now]) => text.replace(`'${before}'`, `'${now}'`), page);
}
