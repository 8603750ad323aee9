import { byCut, UNKNOWN } from './describe.ts';
import { inWords, sourceList } from '#lib/charts/words.ts';
import type { Table } from '#lib/model/chart.ts';
import type { Story } from '#lib/model/story.ts';
import { outcomeInWords } from '#lib/model/words.ts';

/** One row for each mark, in its order. */
export function tiesTable(slice: Pick<Story, 'ties' | 'sources' | 'subject'>): Table {
	return {
		caption: `${slice.subject.ties.all}, as reported in these ${inWords(slice.sources.length)} articles`,
		columns: ['Tie', 'Opened', 'Ended, or stood last', 'Outcome', 'Sources'],
		rows: byCut(slice.ties).map((tie) => ({
			id: tie.id,
			cells: [
				tie.title,
				tie.opened?.words ?? UNKNOWN,
				(tie.cut ?? tie.stood)?.words ?? UNKNOWN,
				outcomeInWords(tie),
				sourceList(tie, slice.sources),
			],
		})),
	};
}
