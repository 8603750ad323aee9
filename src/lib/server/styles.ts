import { generate, parse, walk } from 'css-tree';
import { quotedHash } from '#lib/export/hash.ts';

/**
 * A page whose styles are written as minifiers and mirrors write them: without white space at the ends, without `./`
 * before addresses. So a hash in the policy survives them; a browser would refuse a whole style that lost a newline.
 * Updates the policy.
 */
export function withLastingStyle(html: string): string {
	const css = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
	const own = css.trim().replaceAll('url(./', 'url(');
	return html.replace(quotedHash(css), quotedHash(own)).replace(/<style>[^]*?<\/style>/, () => `<style>${own}</style>`);
}

/**
 * A page with its fonts in a separate style sheet: when a script changes a rule, browsers look up all fonts of that sheet
 * again, and one that had come too late to be used would then move the page. Updates the policy.
 */
export function withFontsApart(html: string): string {
	const css = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
	const faces = css.match(/@font-face\s*\{[^}]*\}/g) ?? [];
	if (faces.length === 0) return html;
	const rest = faces.reduce((left, face) => left.replace(face, ''), css);
	const parts = [faces.join(''), rest];
	return html
		.replace(quotedHash(css), parts.map(quotedHash).join(' '))
		.replace(`<style>${css}</style>`, () => parts.map((part) => `<style>${part}</style>`).join(''));
}

/** A page with one chart, without the rules for the drawings of others. Updates the policy. */
export function withStylesOf(html: string, chart: string): string {
	const css = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
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
	const own = generate(sheet);
	return html.replace(quotedHash(css), quotedHash(own)).replace(`<style>${css}</style>`, () => `<style>${own}</style>`);
}
