import { answered } from './describe.ts';
import { type AccountsSlice, accountsGeometry } from './geometry.ts';
import { inWords } from '#lib/charts/words.ts';
import type { Table } from '#lib/model/chart.ts';
import { stanceInWords, carriedInWords } from '#lib/model/position-words.ts';

/** For each question a row with how many articles answer, and one for each answer, in the order of the drawing. */
export function accountsTable(slice: AccountsSlice): Table {
	const { blocks, names, sources } = accountsGeometry(slice);
	return {
		caption: `What each of the ${inWords(sources.length)} articles says on each question`,
		columns: ['Question, and who answers it', 'What it says'],
		rows: blocks.flat().flatMap(({ title, rows }) =>
			rows.flatMap((row) => [
				{
					id: row.question.id,
					group: `${title?.count ?? ''} ${title?.words ?? ''}`,
					cells: [row.question.question, answered(row)],
				},
				...row.cells.map(({ position, source }) => ({
					id: position.id,
					group: `${title?.count ?? ''} ${title?.words ?? ''}`,
					under: row.question.id,
					cells: [
						`${stanceInWords(position, source.label, names)}:`,
						[position.says, carriedInWords(position, names)].filter(Boolean).join(' '),
					],
				})),
			]),
		),
	};
}
