/** The ties chart in words: the name of each mark, and the table that holds the same rows. */
import { sourceList, support } from '#lib/charts/words.ts';
import type { Table } from '#lib/model/chart.ts';
import type { Tie } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';

const UNKNOWN = 'not in the articles';

/** What a mark is called: title, when it opened, how and when it ended, and how many articles report it. */
export function markName(tie: Tie, slice: Pick<Story, 'sources'>): string {
	const opened = `Opened: ${tie.opened?.words ?? UNKNOWN}`;
	const cut = tie.cut ? `${capital(tie.ended ?? 'cut')}: ${tie.cut.words}` : `Cut: ${UNKNOWN}`;
	return `${tie.title}. ${opened}. ${cut}. ${capital(support(tie, slice.sources))}.`;
}

/** How and when it ended, in the fewest words: "suspended 2014"; the years of an uncertain date as "2016–17". */
export function endingLabel(tie: Tie): string {
	if (!tie.cut) return `end ${UNKNOWN}`;
	const [from, to] = [tie.cut.min.slice(0, 4), tie.cut.max.slice(0, 4)];
	return `${tie.ended ?? 'cut'} ${from === to ? from : `${from}–${to.slice(2)}`}`;
}

/** By the first day on which it may have been cut; what was not cut comes last. */
export function byCut(ties: readonly Tie[]): Tie[] {
	const key = (tie: Tie): string => `${tie.cut?.min ?? '9'} ${tie.cut?.max ?? ''} ${tie.id}`;
	return [...ties].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** One row for each mark, in its order. */
export function tiesTable(slice: Pick<Story, 'ties' | 'sources'>): Table {
	return {
		caption: 'Ties between the two countries and seats that Russia held, as reported in these five articles',
		columns: ['Tie', 'Opened', 'Cut', 'How it ended', 'Sources'],
		rows: byCut(slice.ties).map((tie) => ({
			id: tie.id,
			cells: [
				tie.title,
				tie.opened?.words ?? UNKNOWN,
				tie.cut?.words ?? UNKNOWN,
				tie.ended ?? UNKNOWN,
				sourceList(tie, slice.sources),
			],
		})),
	};
}

function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
