/** The words that only this story uses, with their places. */
import { inWords } from '#lib/charts/words.ts';
import type { Story } from '#lib/model/story.ts';

/** Words of plain English or of the trade, and a typeface, that happen to be among the story's names. */
const COMMON = new Set('president congress house senate court agency ministry news post georgia'.split(' '));

/** Sides, people, articles, ids of its records, its first and last year, published names, how many articles it has. */
export function ownWords({ subject, sources, actors, events, ties, contacts, questions, eras }: Story): string[] {
	const all = [
		...subject.sides.flatMap(({ name, short, adjective }) => [name.replace(/^the /, ''), short, adjective]),
		...Object.values(subject.names),
		...actors.flatMap(({ id, name, short, kind }) => [
			...(id.includes('-') ? [id] : []),
			...(kind === 'person' ? [name, short] : [name]),
		]),
		...sources.flatMap(({ id, label, short }) => [id, label, short]),
		...[...events, ...ties, ...contacts, ...questions].map(({ id }) => id).filter((id) => id.includes('-')),
		...[eras[0]?.from, eras.at(-1)?.to].map((day) => day?.slice(0, 4) ?? ''),
	];
	return [...new Set(all)].filter((word) => word.length > 2 && !COMMON.has(word.toLowerCase()));
}

/** The number of articles, as the code might write it. */
export const ownCounts = ({ sources }: Story): string[] =>
	['articles', 'sources'].map((what) => `${inWords(sources.length)} ${what}`);

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds any of these, as whole words. */
export const anyOf = (words: readonly string[]): RegExp =>
	new RegExp(`(?<![\\p{L}\\p{N}.])(?:${words.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu');

/** Finds the codes of the two sides, as strings. */
export const sideCodes = ({ subject }: Story): RegExp =>
	new RegExp(`(['"])(?:${subject.sides.map(({ code }) => escaped(code)).join('|')})\\1`, 'g');
