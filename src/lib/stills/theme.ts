/** The pages' colours, read from where they are defined, for pictures that know no custom properties. */
import { generate, parse, walk } from 'css-tree';
import tokens from '#lib/ui/tokens.css?raw';

export type Theme = 'light' | 'dark';

/** Custom properties with their values, e.g. `--paper` → `#fdfcf9`. */
export type Tokens = ReadonlyMap<string, string>;

/** What a style sheet says of `:root`, outside any condition, with the side of `light-dark()` that this theme takes. */
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

/** The site's tokens, with its fonts under the names that their files bear. */
export const theme = (name: Theme): Tokens => themes[name];

/** A token's value. Throws where there is none: a picture must not guess its colours. */
export function token(tokens: Tokens, name: string): string {
	const value = tokens.get(name);
	if (value === undefined) throw new Error(`no style sheet defines ${name}, which a picture uses`);
	return value;
}
