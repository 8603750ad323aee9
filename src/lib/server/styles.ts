import { generate, parse, walk, type CssNode, type StyleSheet } from 'css-tree';
import { withGlyphs } from '#build/glyphs.ts';
import { OWN_MEDIA } from '#lib/behaviours/media.ts';
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

const isOwnMedia = (media: string): boolean => OWN_MEDIA.some((name) => media.includes(name));

const mediaOf = (rule: CssNode): string =>
	rule.type === 'Atrule' && rule.name === 'media' && rule.prelude ? generate(rule.prelude) : '';

/** The three sheets of styles that pages have in common. */
const apart = new Map<string, readonly string[]>();

function sheetsOf(css: string): readonly string[] {
	const sheets = { fonts: '', shared: '', ownMedia: '' };
	const { children } = parse(css, { parseValue: false, positions: true }) as StyleSheet;
	children.forEach((rule) => {
		const isFont = rule.type === 'Atrule' && rule.name === 'font-face';
		const sheet = isFont ? 'fonts' : isOwnMedia(mediaOf(rule)) ? 'ownMedia' : 'shared';
		sheets[sheet] += css.slice(rule.loc?.start.offset, rule.loc?.end.offset);
	});
	return Object.values(sheets).filter(Boolean);
}

/**
 * A page with three style sheets. Fonts have one: when a script changes a rule, browsers look up all fonts of that sheet
 * again, and one that had come too late to be used would then move the page. Rules for our own media have the last one:
 * the script that applies them before the first paint reads no others.
 */
export const withSheetsApart = (html: string): string =>
	withStyles(html, (css) => {
		const sheets = apart.get(css) ?? sheetsOf(css);
		apart.set(css, sheets);
		return sheets;
	});

/** Pseudo-classes whose arguments need not match. */
const LISTS = new Set(['is', 'not', 'where', 'has']);

/** What a page's styles may refer to: the words of its classes and scripts, and all words of its markup and scripts. */
interface Words {
	readonly classes: ReadonlySet<string>;
	readonly all: ReadonlySet<string>;
}

/** Whether a selector needs an element or a class that is not among the words. */
function isForeign(selector: CssNode, { classes, all }: Words): boolean {
	let isFound = true;
	walk(selector, function (node) {
		if (node.type === 'PseudoClassSelector' && LISTS.has(node.name)) return walk.skip;
		if (node.type === 'ClassSelector') isFound &&= classes.has(node.name);
		if (node.type === 'TypeSelector' && node.name !== '*') isFound &&= all.has(node.name);
		return undefined;
	});
	return !isFound;
}

/** The styles that a page with these words in its markup and scripts can use: rules, and variables that a rule or the markup reads. */
function usable(css: string, words: Words, withVariables: boolean): string {
	const sheet = parse(css, { parseValue: false });
	walk(sheet, {
		visit: 'Rule',
		leave(rule, item, list) {
			if (rule.prelude.type !== 'SelectorList' || this.atrule?.name === 'keyframes') return;
			rule.prelude.children.forEach((selector, at, all) => {
				if (isForeign(selector, words)) all.remove(at);
			});
			if (rule.prelude.children.isEmpty) list.remove(item);
		},
	});
	const read = withVariables ? null : new Set(generate(sheet).match(/(?<=var\()--[\w-]+/g));
	walk(sheet, {
		visit: 'Declaration',
		leave({ property }, item, list) {
			if (read && property.startsWith('--') && !read.has(property) && !words.all.has(property)) list.remove(item);
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

const wordsOf = (parts: readonly string[]): ReadonlySet<string> => new Set(parts.join(' ').match(/[\w-]+/g));

/**
 * A page without the rules that it cannot use: those for an element or a class whose name is nowhere in its markup and
 * its scripts.
 * @param code that of scripts that are not in the page itself; such a page keeps all variables, as other pages have them,
 *   because an export joins equal rules at their first place
 */
export function withUsableStyles(html: string, code?: string): string {
	const rest = html.replace(/<style>[^]*?<\/style>/g, '');
	const classes = rest.match(/ class="[^"]*"|<script>[^]*?<\/script>/g) ?? [];
	const words = { classes: wordsOf([...classes, code ?? '']), all: wordsOf([rest, code ?? '']) };
	return withStyles(html, (css) => [usable(css, words, code !== undefined)]);
}

const EMBEDDED = /(?<=url\(data:font\/woff2;base64,)[\w+/=]+(?=\))/;

/** A page whose embedded font has only the characters in its body and in its styles, and the weights that these use. */
export async function withOwnGlyphs(html: string): Promise<string> {
	const [data] = EMBEDDED.exec(html) ?? [];
	if (data === undefined) return html;
	const [body = ''] = /<body[^]*$/.exec(html.replace(/<script>[^]*?<\/script>/g, '')) ?? [];
	// Attributes with words that a script or a style shows.
	const announced = Array.from(
		body.matchAll(/ (?:aria-label|data-says|data-heading|label)="([^"]*)"/g),
		([, words = '']) => words,
	);
	const generated = Array.from(html.matchAll(/content:\s*(["'])(.*?)\1/g), ([, , words = '']) => words);
	const characters = [...new Set(body.replace(/<[^>]*>/g, '') + announced.join('') + generated.join(''))]
		.sort()
		.join('');
	const font = await withGlyphs(Buffer.from(data, 'base64'), characters);
	return withStyles(html, (css) => [css.replace(data, Buffer.from(font).toString('base64'))]);
}
