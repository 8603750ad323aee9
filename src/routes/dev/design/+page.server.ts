import { compile } from '#compile/compile.ts';
import { readInput } from '#compile/read.ts';
import { storyPage } from '#lib/server/story.ts';
import { tokensOf } from '#lib/stills/theme.ts';
import tokens from '#lib/ui/tokens.css?raw';
import { dossier, SOURCES } from '#tests/scale/dossier.ts';
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

/** The story, or a larger one: its records several times over. */
const storyOf = (times: number) => (times > 1 ? compile(dossier(readInput('.'), times)).story : null) ?? storyPage();

/** `?articles=20` shows the charts as they are with so many. */
export const load: PageServerLoad = ({ url }) => ({
	groups: groups(),
	story: storyOf(Number(url.searchParams.get('articles')) / SOURCES),
});
