/** Converts style sheets to presentation attributes, for SVG renderers with little or no CSS support. */
import Specificity from '@bramus/specificity';
import { generate, parse as parseCss, walk, type CssNode, type Declaration, type Rule as RuleNode } from 'css-tree';
import { parse, type HTMLElement } from 'node-html-parser';
import { token, type Tokens } from './theme.ts';

/** One selector with its declarations. `minWidth`, `maxWidth`: of the container, in pixels. */
export interface Rule {
	readonly selector: string;
	readonly weight: number;
	readonly minWidth: number;
	readonly maxWidth: number;
	readonly declarations: readonly (readonly [property: string, value: string])[];
}

/** The properties that are converted; others (motion, pointers, focus) have no effect in a picture. */
const CARRIED = new Set([
	...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'],
	...['opacity', 'color', 'paint-order', 'display', 'overflow', 'height', 'transform'],
	...['font-family', 'font-size', 'font-weight', 'text-anchor'],
	...['grid-template-columns', 'gap'],
]);

/** Pseudo-classes of pointer and keyboard, which never apply to a picture. */
const STATES = ['hover', 'focus-visible', 'focus-within', 'focus', 'active'];
const ANY_STATE = new RegExp(`:(?:${STATES.join('|')})\\b`, 'g');

const isState = (node: CssNode): boolean => node.type === 'PseudoClassSelector' && STATES.includes(node.name);

/**
 * The rules of a style sheet that apply to pictures, in ascending specificity: unconditional rules, and those with a
 * condition on the width of the container.
 */
export function rules(css: string): Rule[] {
	const found: Rule[] = [];
	walk(parseCss(css, { parseValue: false }), {
		visit: 'Rule',
		enter(node) {
			const condition = this.atrule?.prelude ? generate(this.atrule.prelude) : '';
			const minWidth = pixels(/min-width:\s*([\d.]+(?:px|rem))/.exec(condition)?.[1]) ?? 0;
			const maxWidth = pixels(/max-width:\s*([\d.]+(?:px|rem))/.exec(condition)?.[1]) ?? Infinity;
			if (this.atrule && (this.atrule.name !== 'container' || (minWidth === 0 && maxWidth === Infinity))) return;
			if (node.prelude.type !== 'SelectorList') return;
			const declarations = declarationsOf(node);
			if (declarations.length === 0) return;
			for (const child of node.prelude.children) {
				const selector = generate(child);
				if (selector.includes('::') || (child.type === 'Selector' && child.children.some(isState))) continue;
				const [a = 0, b = 0, c = 0] = Specificity.calculate(selector)[0]?.toArray() ?? [];
				found.push({
					selector: selector.replace(ANY_STATE, ':not(*)'),
					weight: a * 1e6 + b * 1e3 + c,
					...{ minWidth, maxWidth, declarations },
				});
			}
		},
	});
	return found.sort((a, b) => a.weight - b.weight);
}

/** The rules that hold in a container `width` pixels wide. */
export const holding = (sheet: readonly Rule[], width: number): Rule[] =>
	sheet.filter(({ minWidth, maxWidth }) => minWidth <= width && width <= maxWidth);

/** The font size of the page in pixels, for lengths in rem. */
const ROOT = 18;

const pixels = (length: string | undefined): number | undefined =>
	length === undefined ? undefined : parseFloat(length) * (length.endsWith('rem') ? ROOT : 1);

function declarationsOf(rule: RuleNode): [string, string][] {
	return [...rule.block.children]
		.filter((node): node is Declaration => node.type === 'Declaration')
		.flatMap(({ property, value }) => expanded(property, generate(value).trim()))
		.filter(([property]) => CARRIED.has(property) || property.startsWith('--'));
}

/** The longhand properties of a `font` shorthand, as our style sheets write it. */
function expanded(property: string, value: string): [string, string][] {
	const font = property === 'font' ? /^(\d+) ([\d.]+px)(?:\/[\d.]+)? (.+)$/.exec(value) : null;
	const [, weight = '', size = '', family = ''] = font ?? [];
	return font
		? [
				['font-weight', weight],
				['font-size', size],
				['font-family', family],
			]
		: [[property, value]];
}

/**
 * Markup with the given rules, the weakest first, written into it as presentation attributes, custom properties resolved;
 * without what is not displayed, and without classes and other hooks.
 */
export function styled(markup: string, sheet: readonly Rule[], tokens: Tokens): HTMLElement {
	const root = parse(markup, { comment: false });
	const declared = new Map<HTMLElement, Rule['declarations'][number][]>();
	for (const { selector, declarations } of sheet) {
		for (const element of root.querySelectorAll(selector)) {
			const own = declared.get(element);
			if (own) own.push(...declarations);
			else declared.set(element, [...declarations]);
		}
	}
	settle(root, declared, tokens);
	coloured(root);
	// Spaces between lines are for screen readers and copied text; here they would shift a line.
	for (const span of root.querySelectorAll('tspan[x]')) span.textContent = span.text.trim();
	return root;
}

/** Attributes that only styles, scripts and screen readers use. */
const HOOK = /^(?:class|role|href|data-.*|aria-.*)$/;

function settle(
	parent: HTMLElement,
	declared: ReadonlyMap<HTMLElement, Rule['declarations']>,
	inherited: Tokens,
): void {
	for (const element of parent.children) {
		const own = new Map(declared.get(element));
		// One that names what only pages define, such as their zoom, is undefined here, as in CSS.
		const custom = [...own].filter(([property, value]) => property.startsWith('--') && isDefined(value, inherited));
		const tokens =
			custom.length === 0
				? inherited
				: new Map([...inherited, ...custom.map(([name, value]) => [name, resolved(value, inherited)] as const)]);
		const said = new Map(Object.entries(element.rawAttributes).filter(([name]) => !HOOK.test(name)));
		for (const [property, value] of own)
			if (CARRIED.has(property))
				for (const [name, plain] of attributes(property, resolved(value, tokens))) said.set(name, plain);
		if (said.get('display') === 'none') {
			element.remove();
			continue;
		}
		element.setAttributes(Object.fromEntries(said));
		settle(element, declared, tokens);
	}
}

const VARIABLE = /var\((--[\w-]+)\)/g;

const isDefined = (value: string, tokens: Tokens): boolean =>
	[...value.matchAll(VARIABLE)].every(([, name = '']) => tokens.has(name));

const resolved = (value: string, tokens: Tokens): string =>
	value.replace(VARIABLE, (_, name: string) => token(tokens, name));

function attributes(property: string, value: string): [string, string][] {
	const mixed = /^color-mix\(in srgb,\s*(#\w+)\s+(\d+)%,\s*transparent\)$/.exec(value);
	if (mixed)
		return [
			[property, mixed[1] ?? ''],
			[`${property}-opacity`, String(Number(mixed[2]) / 100)],
		];
	// Not every program knows weights other than whole hundreds.
	if (property === 'font-weight') return [[property, String(Math.round(Number(value) / 100) * 100)]];
	return [[property, value.replace(/px\b/g, '')]];
}

/** Gives each line markers in its own colour, which `context-stroke` would do where it is understood. */
function coloured(root: HTMLElement): void {
	const made = new Set<string>();
	for (const line of root.querySelectorAll('[marker-end]')) {
		const id = /#([^)]+)\)/.exec(line.getAttribute('marker-end') ?? '')?.[1] ?? '';
		const colour = line.getAttribute('stroke') ?? 'none';
		const own = `${id}-${colour.replace(/\W/g, '')}`;
		const marker = root.getElementById(id);
		if (!marker) continue;
		line.setAttribute('marker-end', `url(#${own})`);
		if (made.has(own)) continue;
		made.add(own);
		const copy = parse(marker.outerHTML.replaceAll('context-stroke', colour));
		copy.getElementById(id)?.setAttribute('id', own);
		marker.after(...copy.children);
	}
}
