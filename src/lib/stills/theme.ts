/** The colours of the pages, read from their style sheet, for pictures, which cannot use custom properties. */
import { generate, parse, walk } from 'css-tree';
import tokens from '#lib/ui/tokens.css?raw';

export type Theme = 'light' | 'dark';

/** Custom properties with their values, e.g. `--paper` → `#fdfcf9`. */
export type Tokens = ReadonlyMap<string, string>;

/** The unconditional declarations of a style sheet for `:root`, with `light-dark()` resolved for this theme. */
export function tokensOf(css: string, theme: Theme): Tokens {
	const found = new Map<string, string>();
	walk(parse(css, { parseRulePrelude: false, parseValue: false }), {
		visit: 'Rule',
		enter(rule) {
			if (this.atrule || generate(rule.prelude).trim() !== ':root') return;
			for (const node of rule.block.children) {
				if (node.type !== 'Declaration' || !node.property.startsWith('--')) continue;
				const value = generate(node.value).trim();
				const [, light, dark] = /^light-dark\(([^,]+),([^,]+)\)$/.exec(value) ?? [];
				found.set(node.property, (theme === 'light' ? light : dark)?.trim() ?? value);
			}
		},
	});
	return found;
}

const withFonts = (name: Theme): Tokens =>
	new Map([...tokensOf(tokens, name), ['--sans', "'Source Sans 3'"], ['--serif', "'Source Serif 4'"]]);

const themes = { light: withFonts('light'), dark: withFonts('dark') };

/** The tokens of the site, with fonts by the names in their files. */
export const theme = (name: Theme): Tokens => themes[name];

/** The value of a token. Throws if there is none. */
export function token(tokens: Tokens, name: string): string {
	const value = tokens.get(name);
	if (value === undefined) throw new Error(`no style sheet defines ${name}, which a picture uses`);
	return value;
}
