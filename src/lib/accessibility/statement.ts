/** The measurements of the accessibility page, computed from the story and the colours of the site. */
import {
	differenceCiede2000,
	filterDeficiencyDeuter,
	filterDeficiencyProt,
	filterDeficiencyTrit,
	parse,
	wcagContrast,
	type Color,
} from 'culori';
import { theme, token, type Theme } from '#lib/stills/theme.ts';
import { stepsOf, tables } from '#lib/story/charts.ts';
import { chartCopy, chartsOf } from '#lib/model/chart-copy.ts';
import type { Story } from '#lib/model/story.ts';
import { syllable } from 'syllable';
import type { Copy } from '#lib/model/copy.ts';

/** What a colour is used for, with the contrast that it needs against the background. */
const uses = [
	{ use: 'Text', token: '--ink', due: 7 },
	{ use: 'Notes and labels', token: '--ink-soft', due: 4.5 },
	{ use: 'Marks of cooperation', token: '--cooperation', due: 3 },
	{ use: 'Marks of conflict', token: '--conflict', due: 3 },
	{ use: 'Marks out of focus', token: '--context', due: 3 },
	{ use: 'The focus ring', token: '--accent', due: 3 },
] as const;

const sights = {
	Protanopia: filterDeficiencyProt(1),
	Deuteranopia: filterDeficiencyDeuter(1),
	Tritanopia: filterDeficiencyTrit(1),
};

const themes: readonly Theme[] = ['light', 'dark'];
const distance = differenceCiede2000();

function contrast(name: Theme, of: string): number {
	const tokens = theme(name);
	return wcagContrast(token(tokens, of), token(tokens, '--paper'));
}

function apart(name: Theme, see: (colour: Color) => Color): number {
	const [cooperation, conflict] = ['--cooperation', '--conflict'].map((of) => parse(token(theme(name), of)));
	// An invalid colour has no difference; the tests of colours report it.
	return cooperation && conflict ? distance(see(cooperation), see(conflict)) : 0;
}

export function statement(story: Story) {
	const { copy, newsroom, contacts } = story;
	const rows = tables(story);
	return {
		title: copy.title,
		grade: storyGrade(copy),
		released: newsroom.released,
		contact: newsroom.contact,
		charts: chartsOf(copy).map((id) => ({
			id,
			title: chartCopy(copy, id).title,
			steps: stepsOf(story, id).length,
			marks: rows[id]?.rows.length ?? 0,
		})),
		contacts: contacts.length,
		unsure: contacts.filter(({ status }) => status !== 'confirmed').length,
		/** Of two themes, light first. */
		contrasts: uses.map(({ use, token, due }) => ({
			use,
			due,
			found: themes.map((name) => contrast(name, token)),
		})),
		/** Difference of the colours of cooperation and conflict (CIEDE2000) for one kind of colour vision; light theme first. */
		apart: Object.entries(sights).map(([sight, see]) => ({
			sight,
			found: themes.map((name) => apart(name, see)),
		})),
	};
}

export type Statement = ReturnType<typeof statement>;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

const textOf = ({ chapters }: Copy): string =>
	chapters
		.flatMap(({ intro, steps }) => [...intro, ...steps.flatMap(({ text }) => text)])
		.map((paragraph) => paragraph.map(({ text }) => text).join(''))
		.join(' ');

/** Flesch and Kincaid's grade level of English text: years of school in the United States. */
export function gradeOf(text: string): number {
	const spoken = [...words.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
	const syllables = spoken.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
	const lines = [...sentences.segment(text)].length;
	return 0.39 * (spoken.length / lines) + 11.8 * (syllables / spoken.length) - 15.59;
}

const storyGrade = (copy: Copy): number => gradeOf(textOf(copy));
