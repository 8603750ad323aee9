import { storyPage } from '#lib/server/story.ts';
import { tokensOf } from '#lib/stills/theme.ts';
import tokens from '#lib/ui/tokens.css?raw';
import type { PageServerLoad } from './$types';

/** The tokens of the first rule, grouped by their comments. */
function groups() {
	const [first = ''] = /:root \{[^}]*\}/.exec(tokens) ?? [];
	const [light, dark] = [tokensOf(tokens, 'light'), tokensOf(tokens, 'dark')];
	const found: { meaning: string; names: string[] }[] = [];
	for (const [, comment, name] of first.matchAll(/\/\*\s*(.+?)\s*\*\/|(--[\w-]+):/gs)) {
		if (comment) found.push({ meaning: comment.replace(/\.$/, ''), names: [] });
		else if (name) found.at(-1)?.names.push(name);
	}
	return found.map(({ meaning, names }) => ({
		meaning,
		tokens: names.map((name) => ({ name, light: light.get(name) ?? '', dark: dark.get(name) ?? '' })),
	}));
}

export const load: PageServerLoad = () => ({ groups: groups(), story: storyPage() });
