/** The period in which most ties end. */
import { inWords } from '#lib/charts/words.ts';
import type { Tie } from '#lib/model/records.ts';

export interface Cluster {
	/** First and last day, `YYYY-MM-DD`. */
	readonly from: string;
	readonly to: string;
	/** "2014–17". */
	readonly years: string;
	/** "seven of eleven shut in 2014–17". */
	readonly text: string;
}

/**
 * The ties that end after the longest pause between two ends, in whole years; null if that is not more than half of them.
 * Expects ties in the order of their ends.
 */
export function cluster(ties: readonly Tie[]): Cluster | null {
	// An order to leave is not an end; an end with a disputed cause is.
	const cuts = ties.flatMap(({ cut, outcome }) => (outcome === 'ordered to end' ? [] : (cut ?? [])));
	const starts = cuts.map(({ min }) => Number(min.slice(0, 4)));
	const pauses = starts.map((year, index) => year - (starts[index - 1] ?? year));
	const after = cuts.slice(Math.max(0, pauses.indexOf(Math.max(...pauses))));
	const first = starts.at(-after.length);
	if (first === undefined || after.length * 2 <= ties.length) return null;
	const last = Math.max(...after.map(({ min }) => Number(min.slice(0, 4))));
	const years = first === last ? String(first) : `${String(first)}–${String(last).slice(2)}`;
	return {
		...{ from: `${String(first)}-01-01`, to: `${String(last)}-12-31`, years },
		text: `${inWords(after.length)} of ${inWords(ties.length)} shut in ${years}`,
	};
}
