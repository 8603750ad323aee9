import { generate, parse, walk } from 'css-tree';
import { quotedHash } from '#lib/export/hash.ts';

/** A page with other styles in place of its first. Updates the policy. */
function withStyles(html: string, change: (css: string) => readonly string[]): string {
	const css = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
	const own = change(css);
	return html
		.replace(quotedHash(css), own.map(quotedHash).join(' '))
		.replace(`<style>${css}</style>`, () => own.map((part) => `<style>${part}</style>`).join(''));
}

/**
 * Puts a page's own style sheet, which Kit puts first, after the shared ones, and makes its URLs relative to the page
 * at `path`, which Kit does only if it builds a client. Styles are written as minifiers and mirrors would: without
 * white space at their ends and without `./` before URLs. A browser would refuse the whole style if one byte differed
 * from the policy's hash.
 */
export function withOwnStyle(html: string, path: string): string {
	const assets = `${'../'.repeat(path.split('/').length - 2)}_app/immutable/assets/`;
	return withStyles(html, (css) => {
		const [own = '', ...shared] = css.split('\n').filter(Boolean);
		return [[...shared, own].join('\n').replaceAll(/url\(\.\/(?=[\w.-]+\))/g, `url(${assets}`)];
	});
}

/**
 * A page with its fonts in a separate style sheet: when a script changes a rule, browsers look up all fonts of that sheet
 * again, and one that had come too late to be used would then move the page.
 */
export const withFontsApart = (html: string): string =>
	withStyles(html, (css) => {
		const faces = css.match(/@font-face\s*\{[^}]*\}/g) ?? [];
		const rest = faces.reduce((left, face) => left.replace(face, ''), css);
		return faces.length === 0 ? [css] : [faces.join(''), rest];
	});

/** Styles without the rules for the drawings of other charts. */
function stylesOf(css: string, chart: string): string {
	const isForeign = (selector: string): boolean => {
		const drawings = Array.from(selector.matchAll(/\.drawing-([a-z]+)/g), ([, name]) => name);
		return drawings.length > 0 && !drawings.includes(chart);
	};
	const sheet = parse(css, { parseValue: false });
	walk(sheet, {
		visit: 'Rule',
		leave(rule, item, list) {
			if (rule.prelude.type !== 'SelectorList') return;
			rule.prelude.children.forEach((selector, at, all) => {
				if (isForeign(generate(selector))) all.remove(at);
			});
			if (rule.prelude.children.isEmpty) list.remove(item);
		},
	});
	walk(sheet, {
		visit: 'Atrule',
		leave(rule, item, list) {
			if (rule.block?.children.isEmpty) list.remove(item);
		},
	});
	return generate(sheet);
}

/** A page with one chart, without the rules for the drawings of others. */
export const withStylesOf = (html: string, chart: string): string => withStyles(html, (css) => [stylesOf(css, chart)]);
