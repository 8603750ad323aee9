/** Which acts are labelled in the frame `all`, whose rows are too thin for words. */
import { textWidth } from '#lib/geometry/text-width.ts';
import type { Id } from '#lib/model/records.ts';
import { BESIDE, NARROW, type Row } from './rows.ts';

interface Act {
	readonly id: Id;
	readonly era: Id;
	readonly label: string;
	readonly sources: number;
	/** Where the words beside its bar begin, in percent. */
	readonly words: number;
	/** Its row in the frame `all` comes first. */
	readonly rows: readonly (Row | null)[];
}

interface Heading {
	readonly id: Id;
	readonly top: number;
	readonly years: string;
	readonly extent: string;
	readonly meanWords: string;
	/** In percent. */
	readonly mean: number | null;
}

/** Labelled at every width, or on wide plots only. */
export type Landmark = 'everywhere' | 'wide';

/** Where a wide plot begins. */
const WIDE = 540;
/** Pixels between two labels; and from the top of a period to below its two lines of words. */
const LINE = 13;
const HEADED = 27;

/**
 * The acts with most articles and the earliest steps, if no longer bar, mean, other label or words of a period are in the
 * way. `inFocus`: the records in focus, in the order of steps.
 */
export function landmarks(
	acts: readonly Act[],
	headings: readonly Heading[],
	inFocus: readonly Id[],
): Map<Id, Landmark> {
	const found = new Map<Id, Landmark>();
	const taken: number[] = [];
	const turn = ({ id }: Act): number => (inFocus.includes(id) ? inFocus.indexOf(id) : inFocus.length);
	const wanted = acts.toSorted((a, b) => b.sources - a.sources || turn(a) - turn(b));
	for (const [width, place] of [
		[NARROW, 'everywhere'],
		[WIDE, 'wide'],
	] as const) {
		for (const act of wanted) {
			const middle = middleOf(act);
			const heading = headings.find(({ id }) => id === act.era);
			if (found.has(act.id) || !heading || isCovered(act, acts, heading)) continue;
			const end = (act.words / 100) * width + BESIDE + textWidth(act.label);
			const below = middle - LINE / 2 >= heading.top + HEADED;
			if (end > width - (below ? 0 : wordsOf(heading)) || taken.some((other) => Math.abs(other - middle) < LINE))
				continue;
			taken.push(middle);
			found.set(act.id, place);
		}
	}
	return found;
}

const wordsOf = ({ years, extent, meanWords }: Heading): number =>
	Math.max(textWidth(`${years} ${extent}`), textWidth(meanWords)) + BESIDE;

function middleOf({ rows: [row] }: Act): number {
	return row ? row.y + row.height / 2 : NaN;
}

/** Whether a longer bar beside it, or the mean, is where its words would be. */
function isCovered(act: Act, acts: readonly Act[], { mean }: Heading): boolean {
	const middle = middleOf(act);
	const longer = acts.filter(({ words }) => words > act.words);
	return (mean ?? 0) > act.words || longer.some((other) => Math.abs(middleOf(other) - middle) < LINE / 2);
}
