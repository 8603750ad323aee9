/** The grid in words: names of marks, and the table that holds the same as they do. */
import type { Table } from '#lib/model/chart.ts';
import type { Position, Question, Source } from '#lib/model/records.ts';
import { accountsGeometry, type AccountsSlice } from './geometry.ts';

/** The accessible name of a position: the question, the article, where it stands and what it says. */
export function positionName(position: Position, question: Question, source: Source): string {
	const stand = position.position === 'silent' ? 'is silent' : position.position;
	return [`${question.question} ${source.label} ${stand}`, position.says].filter(Boolean).join(': ');
}

/** A row for each position, silence included, in the order of the drawing. */
export function accountsTable(slice: AccountsSlice): Table {
	const groups = accountsGeometry(slice).blocks.flat();
	return {
		caption: 'What each of the five articles says on each question',
		columns: ['Question', 'Source', 'Position', 'What it says'],
		rows: groups.flatMap(({ title, rows }) =>
			rows.flatMap(({ question, cells }) =>
				cells.map(({ position, source }) => ({
					id: position.id,
					group: title ? `${title.count} ${title.words}` : '',
					cells: [question.question, source.label, position.position, position.says || 'says nothing about it'],
				})),
			),
		),
	};
}
