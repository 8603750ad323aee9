import { expect, test } from 'vitest';
import { holding, rules, styled } from '#lib/stills/cascade.ts';

const tokens = new Map([
	['--ink', '#111111'],
	['--context', '#888888'],
	['--sans', 'Sans'],
]);
const written = (css: string, markup: string, width = 500): string =>
	styled(markup, holding(rules(css), width), tokens).toString();

test('the more specific rule wins, whatever the order, and of equals the later', () => {
	const css = '.a .b { fill: red } .b { fill: blue } .a .b { stroke: red } .a .b { stroke: blue }';
	expect(written(css, '<svg class="a"><rect class="b"></rect></svg>')).toBe(
		'<svg><rect fill="red" stroke="blue"></rect></svg>',
	);
});

test('custom properties are inherited, also where they are set by a state of the drawing', () => {
	const css =
		'.m { --mark: var(--ink) } .d[data-has] .m:not([data-focus], :hover) { --mark: var(--context) } .s { fill: var(--mark) }';
	const mark = (focus: string): string => `<g class="m"${focus}><path class="s"></path></g>`;
	expect(written(css, `<svg class="d" data-has="">${mark('')}${mark(' data-focus=""')}</svg>`)).toBe(
		'<svg><g><path fill="#888888"></path></g><g><path fill="#111111"></path></g></svg>',
	);
});

test('rules for pointers and motion do not apply to a picture', () => {
	const css = '.m:hover { fill: red } .m:focus-visible .s { fill: red } .m { transition: fill 1s; cursor: pointer }';
	expect(written(css, '<g class="m"><path class="s"></path></g>')).toBe('<g><path></path></g>');
});

test('a condition on the width of the container holds from, or up to, that width; others never', () => {
	const css = '@container drawing (min-width: 740px) { p { fill: red } } @media (min-width: 1px) { p { stroke: red } }';
	expect(written(css, '<p></p>', 739)).toBe('<p></p>');
	expect(written(css, '<p></p>', 740)).toBe('<p fill="red"></p>');
	const narrow = '@container drawing (max-width: 400px) { p { display: none } }';
	expect([400, 401].map((width) => written(narrow, '<g><p></p></g>', width))).toEqual(['<g></g>', '<g><p></p></g>']);
});

test('elements that are not displayed and attributes for scripts are removed', () => {
	const css = '[data-off] { display: none }';
	expect(written(css, '<g role="group" data-id="x" aria-label="y" id="z"><p data-off=""></p></g>')).toBe(
		'<g id="z"></g>',
	);
});

test('the shorthand of fonts, pixels and weights between hundreds become what every renderer reads', () => {
	expect(written('t { font: 650 12px/1.2 var(--sans); stroke-width: 2.5px }', '<t></t>')).toBe(
		'<t font-weight="700" font-size="12" font-family="Sans" stroke-width="2.5"></t>',
	);
});

test('a colour mixed with nothing is that colour, let through', () => {
	expect(written('p { fill: color-mix(in srgb, var(--ink) 8%, transparent) }', '<p></p>')).toBe(
		'<p fill="#111111" fill-opacity="0.08"></p>',
	);
});

test('a marker takes the colour of its line, one copy a colour', () => {
	const css = '.a { stroke: red } .b { stroke: blue } marker path { fill: context-stroke }';
	const line = (name: string): string => `<line class="${name}" marker-end="url(#m)"></line>`;
	const svg = written(css, `<svg><marker id="m"><path></path></marker>${line('a')}${line('b')}${line('a')}</svg>`);
	expect(svg.match(/id="[^"]+"/g)).toEqual(['id="m"', 'id="m-blue"', 'id="m-red"']);
	expect(svg).toContain('<marker id="m-blue"><path fill="blue"></path></marker>');
	expect(svg.match(/url\(#[^)]+\)/g)).toEqual(['url(#m-red)', 'url(#m-blue)', 'url(#m-red)']);
});

test('a property that no sheet defines is an error', () => {
	expect(() => written('p { fill: var(--nothing) }', '<p></p>')).toThrow('--nothing');
});

test('a custom property that names what no sheet defines is none: an error where a picture uses it, and only there', () => {
	const css = 'p { --zoom: max(1.2, var(--of-pages)) }';
	expect(written(`${css} p { fill: red }`, '<p></p>')).toBe('<p fill="red"></p>');
	expect(() => written(`${css} p { fill: var(--zoom) }`, '<p></p>')).toThrow('--zoom');
});
