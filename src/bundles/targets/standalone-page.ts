/** An embed's page alone in a folder, without the site above it. */
import { bundleFile, type BundleFile } from '#bundles/bundle.ts';
import type { Built } from '#bundles/built.ts';
import { withoutSiteFonts } from './site-fonts.ts';

const UP = '../../';

/** Links that lead up and out of the page: the element, and its text. */
const LINK = /<a ([^>]*)>([^<]*)<\/a>/g;

/** The id of a record's passages in a page that has them. */
const anchorOf = (record: string): string => `passages-${record}`;

/**
 * The page, and the files that it loads, beside it. With an address of the story its links lead there. Without one, a
 * record's link leads to its passages, further down in the page, and links to anything else become words. Throws if a
 * link is left that leads out of the folder.
 */
export function standalonePage(
	html: string,
	{ files, origin }: Pick<Built, 'files' | 'origin'>,
): { readonly html: string; readonly files: readonly BundleFile[] } {
	const loaded = new Map<string, Uint8Array>();
	const keep = (path: string): string => {
		const bytes = files.get(path);
		if (!bytes) throw new Error(`the build has no ${path}, which an embed loads: run "npm run build" anew`);
		const name = path.slice(path.lastIndexOf('/') + 1);
		loaded.set(name, bytes);
		return `./${name}`;
	};
	// Kit also links the style sheets that it has inlined, disabled.
	const own = withoutSiteFonts(html)
		.replace(/<link [^>]*\bdisabled\b[^>]*>/g, '')
		.replace(/"\.\.\/\.\.\/oembed\/[^"]*"/, '"./oembed.json"');
	const page = (origin === null ? inward(own) : outward(own, origin)).replace(
		/(src|href|content)="\.\.\/\.\.\/((?:_app\/|favicon|apple-touch-icon|share\/)[^"]*)"/g,
		(_, name: string, path: string) => `${name}="${keep(path)}"`,
	);
	const [left] = /<[^>]*"\.\.\/[^>]*>/.exec(page) ?? [];
	if (left !== undefined) throw new Error(`an embed leads out of its folder: ${left}`);
	return { html: page, files: [...loaded].map(([name, bytes]) => bundleFile(name, bytes)) };
}

/** Links to the story and its evidence by absolute addresses. */
const outward = (html: string, origin: string): string =>
	html.replace(/ href="\.\.\/\.\.\/((?:evidence\/)?(?:#[^"]*)?)"/g, (_, path: string) => ` href="${origin}${path}"`);

/** Links to records become links to their passages, which get an anchor each; other links become text. */
function inward(html: string): string {
	const records = new Set([...html.matchAll(/ data-record="([^"]*)"/g)].map(([, id = '']) => id));
	const isKept = (attributes: string): boolean => {
		const [, record] = / ?href="\.\.\/\.\.\/evidence\/#([^"]*)"/.exec(attributes) ?? [];
		return record !== undefined && records.has(record);
	};
	return html
		.replace(LINK, (whole, attributes: string, words: string) =>
			!attributes.includes(`href="${UP}`) || isKept(attributes)
				? whole
				: attributes.includes('data-slot="link"')
					? ''
					: `<span>${words}</span>`,
		)
		.replace(/ href="\.\.\/\.\.\/evidence\/#([^"]*)"/g, (whole, record: string) =>
			records.has(record) ? ` href="#${anchorOf(record)}" target="_self"` : whole,
		)
		.replace(/ data-record="([^"]*)"/g, (whole, record: string) => ` id="${anchorOf(record)}"${whole}`);
}
