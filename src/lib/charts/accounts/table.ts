import { silenceInWords } from './describe.ts';
import { type AccountsSlice, accountsGeometry } from './geometry.ts';
import { inWords } from '#lib/charts/words.ts';
import type { Table } from '#lib/model/chart.ts';
import { voiceInWords, carriedInWords } from '#lib/model/position-words.ts';

/** For each question a row with the silent articles, and one for each answer, in the order of the drawing. */
export function accountsTable(slice: AccountsSlice): Table {
	const { blocks, names, sources } = accountsGeometry(slice);
	return {
		caption: `What each of the ${inWords(sources.length)} articles says on each question`,
		columns: ['Source', 'Position', 'Whose voice', 'What it says'],
		rows: blocks.flat().flatMap(({ title, rows }) =>
			rows.flatMap(({ question, cells, silent }) => [
				{
					id: question.id,
					group: question.question,
					cells: [
						`${inWords(cells.length)} of ${inWords(sources.length)} answer`,
						title?.words ?? '',
						'',
						silenceInWords(silent),
					],
				},
				...cells.map(({ position, source }) => ({
					id: position.id,
					group: question.question,
					cells: [
						source.label,
						position.position,
						voiceInWords(position.voice, names),
						[position.says, carriedInWords(position, names)].filter(Boolean).join(' '),
					],
				})),
			]),
		),
	};
}
