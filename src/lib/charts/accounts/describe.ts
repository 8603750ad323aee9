/** The grid in words: names of marks, and the table that holds the same as they do. */
import type { Table } from '#lib/model/chart.ts';
import type { Id, Source } from '#lib/model/records.ts';
import type { Position, Question } from '#lib/model/questions.ts';
import { carriedInWords, stanceInWords, voiceInWords } from '#lib/model/words.ts';
import { inWords } from '#lib/charts/words.ts';
import { accountsGeometry, type AccountsSlice } from './geometry.ts';

/** The accessible name of a position: the question, the article, where it stands and what it says. */
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

/** A row for each position, silence included, in the order of the drawing. */
export function accountsTable(slice: AccountsSlice): Table {
	const { blocks, names } = accountsGeometry(slice);
	const groups = blocks.flat();
	return {
		caption: `What each of the ${inWords(slice.sources.length)} articles says on each question`,
		columns: ['Question', 'Source', 'Position', 'Whose voice', 'What it says'],
		rows: groups.flatMap(({ title, rows }) =>
			rows.flatMap(({ question, cells }) =>
				cells.map(({ position, source }) => ({
					id: position.id,
					group: title ? `${title.count} ${title.words}` : '',
					cells: [
						question.question,
						source.label,
						position.position,
						voiceInWords(position.voice, names),
						[position.says || 'says nothing about it', carriedInWords(position, names)].filter(Boolean).join(' '),
					],
				})),
			),
		),
	};
}
