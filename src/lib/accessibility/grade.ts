/** How many years of school the story asks for. */
import { syllable } from 'syllable';
import type { Copy } from '#lib/model/copy.ts';

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** The running text of the story. */
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

export const storyGrade = (copy: Copy): number => gradeOf(textOf(copy));
