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

/** Which articles do not answer a question: "Vox and Russia Direct are silent.", "15 articles are silent.", "All five articles answer." */
function silence({ cells, silent }: Pick<RowPlace, 'cells' | 'silent'>): string {
	if (silent.length === 0) return `All ${inWords(cells.length)} articles answer.`;
	const who = silent.length > NAMED ? `${silent.length} articles` : listInWords(silent.map(({ label }) => label));
	return `${who} ${silent.length === 1 ? 'is' : 'are'} silent.`;
}

/** How many articles answer a question, and which do not. */
export function answered(row: Pick<RowPlace, 'cells' | 'silent'>): string {
	const { cells, silent } = row;
	const [some, all] = [inWords(cells.length), inWords(cells.length + silent.length)];
	return silent.length === 0
		? `Answered by all ${all} articles.`
		: `Answered by ${some} of ${all} articles. ${silence(row)}`;
}

/** The accessible name of a question: its label, if that has other words, and which articles do not answer it. */
export function questionName(row: Pick<RowPlace, 'question' | 'cells' | 'silent'>): string {
	const { short, question } = row.question;
	const label = short.replace(/\?$/, '');
	return `${question.toLowerCase().includes(label.toLowerCase()) ? question : `${label}: ${question}`} ${silence(row)}`;
}
