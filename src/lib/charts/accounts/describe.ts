/** The grid in words: the names of marks. */
import type { Id, Source } from '#lib/model/records.ts';
import type { Position, Question } from '#lib/model/questions.ts';
import { carriedInWords, stanceInWords } from '#lib/model/position-words.ts';
import { listInWords } from '#lib/model/text.ts';
import { inWords } from '#lib/charts/words.ts';
import type { RowPlace } from './places.ts';

/** The accessible name of a position: the question, the article, its position and what it says. */
export function positionName(
	position: Position,
	question: Question,
	source: Source,
	names: ReadonlyMap<Id, string>,
): string {
	const stance = `${question.question} ${stanceInWords(position, source.label, names)}`;
	return [[stance, position.says].filter(Boolean).join(': '), carriedInWords(position, names)]
		.filter(Boolean)
		.join(' ');
}

/** The largest number of silent articles that are named. */
const NAMED = 5;

/** "Vox and Russia Direct are silent.", "15 articles are silent."; empty if none is silent. */
function silenceInWords(silent: readonly Source[]): string {
	if (silent.length === 0) return '';
	const who = silent.length > NAMED ? `${silent.length} articles` : listInWords(silent.map(({ label }) => label));
	return `${who} ${silent.length === 1 ? 'is' : 'are'} silent.`;
}

/** How many articles answer a question, and which do not. */
export function answered({ cells, silent }: Pick<RowPlace, 'cells' | 'silent'>): string {
	const all = inWords(cells.length + silent.length);
	const many =
		silent.length > 0 ? `Answered by ${inWords(cells.length)} of ${all} articles.` : `Answered by all ${all} articles.`;
	return [many, silenceInWords(silent)].filter(Boolean).join(' ');
}

/** The accessible name of a question: its label, if that has other words, how many articles answer it, and which do not. */
export function questionName(row: Pick<RowPlace, 'question' | 'cells' | 'silent'>): string {
	const { short, question } = row.question;
	const label = short.replace(/\?$/, '');
	return `${question.toLowerCase().includes(label.toLowerCase()) ? question : `${label}: ${question}`} ${answered(row)}`;
}
