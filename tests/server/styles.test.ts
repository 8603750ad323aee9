import { readFile } from 'node:fs/promises';
import { create } from 'fontkit';
import { expect, test } from 'vitest';
import { quotedHash } from '#lib/export/hash.ts';
import { withOwnGlyphs, withOwnStyle, withSheetsApart, withUsableStyles } from '#lib/server/styles.ts';

/** A page as Kit writes it: its own style sheet, then those that it shares, each with a line end. */
const page = (css: string): string =>
	`<meta http-equiv="content-security-policy" content="style-src ${quotedHash(css)}"><style>${css}</style>`;

test('a page’s own style sheet comes after the shared ones, without white space at its ends', () => {
	const css = 'h1{color:red}\n\nh1{color:blue}\n\np{margin:0}\n';
	expect(withOwnStyle(page(css), '/data/')).toBe(page('h1{color:blue}\np{margin:0}\nh1{color:red}'));
});

test.each([
	['/', '_app/immutable/assets/a.1.woff2'],
	['/404', '_app/immutable/assets/a.1.woff2'],
	['/evidence/flynn/', '../../_app/immutable/assets/a.1.woff2'],
])('a style sheet in the page %s names a file by its address from there', (path, address) => {
	const css = 'p{margin:0}\n\n@font-face{src:url(./a.1.woff2)}\n';
	expect(withOwnStyle(page(css), path)).toBe(page(`@font-face{src:url(${address})}\np{margin:0}`));
});

test('fonts have a style sheet of their own, as have, last, rules for our own media', () => {
	const face = '@font-face{font-family:A;src:url(a.woff2)}';
	const held = '@media scrolled and (min-width:9px){a{top:0}}@media not scripted{a{top:0}}';
	const rest = 'a{left:0}@media print{a{top:0}}';
	const html = withSheetsApart(page(`${held}a{left:0}\n${face}@media print{a{top:0}}`));
	expect(Array.from(html.matchAll(/<style>(.*?)<\/style>/g), ([, css]) => css)).toEqual([face, rest, held]);
	expect(html).toContain(`style-src ${[face, rest, held].map(quotedHash).join(' ')}"`);
	expect(withSheetsApart(page(rest))).toBe(page(rest));
});

const styled = (css: string, body: string): string => `${page(css)}<body>${body}</body>`;
const stylesIn = (html: string): string => /<style>([^]*)<\/style>/.exec(html)?.[1] ?? '';

test.each([
	['a class that nothing has', '.a{color:red}.b{color:red}.a .b,.a{top:0}', '.a{color:red}.a{top:0}'],
	['a class that is only a word of its text', '.words{color:red}p{top:0}', 'p{top:0}'],
	['an element that it lacks', 'p{color:red}table{color:red}', 'p{color:red}'],
	['a block of rules that is empty then', '@media print{.b{color:red}}p{top:0}', 'p{top:0}'],
	['a variable that no rule reads', ':root{--a:0;--b:0}p{top:var(--a)}', ':root{--a:0}p{top:var(--a)}'],
])('a page that is whole in itself has no rule for %s', (_, css, left) => {
	const html = withUsableStyles(styled(css, '<p class="a">words</p>'));
	expect(html).toBe(styled(left, '<p class="a">words</p>'));
});

test.each([
	['what a script names', '.b{color:red}', '<p>words</p><script>p.classList.add("b")</script>'],
	['what may stand in a list', 'p:not(.b){color:red}p:is(.b,.a){top:0}', '<p class="a">words</p>'],
	['a variable that the markup reads', 'p{--a:0}', '<p>words<svg><path stroke="var(--a)"/></svg></p>'],
	['steps of an animation', '@keyframes b{from{top:0}to{top:1px}}', '<p>words</p>'],
])('a page that is whole in itself keeps rules for %s', (_, css, body) => {
	expect(withUsableStyles(styled(css, body))).toBe(styled(css, body));
});

test('a page with a script of its own keeps what that script names, and all variables, as other pages have them', () => {
	const css = (rest: string): string => `:root{--a:0;--b:0}.b{color:red}${rest}p{top:var(--a)}`;
	const html = withUsableStyles(styled(css('.c{color:red}'), '<p>words</p>'), 'p.classList.add("b")');
	expect(html).toBe(styled(css(''), '<p>words</p>'));
});

test('an embedded font has the characters of its page and of its styles, and no others', async () => {
	const original = await readFile(
		'node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
	);
	const css = `@font-face{font-family:A;src:url(data:font/woff2;base64,${original.toString('base64')})}p:before{content:"− "}`;
	const html = await withOwnGlyphs(styled(css, '<p>Crimea</p><script>"xyz"</script>'));
	expect(html).toContain(quotedHash(stylesIn(html)));
	const font = create(Buffer.from(/base64,([^)]*)/.exec(stylesIn(html))?.[1] ?? '', 'base64'));
	const has = (text: string): boolean[] =>
		[...text].map((one) => 'hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0));
	expect(new Set(has('Crimea− '))).toEqual(new Set([true]));
	expect(new Set(has('xzB'))).toEqual(new Set([false]));
});
