/** The names of frames, and what their means rest on, in words. */
import { inWords } from '#lib/charts/words.ts';
import { signed } from '#lib/model/numbers.ts';
import type { Era } from '#lib/model/records.ts';
import type { Subject } from '#lib/model/subject.ts';

/** "1991–2007", "2008–13", "2016". */
export function years({ from, to }: Pick<Era, 'from' | 'to'>): string {
	const [a, b] = [from.slice(0, 4), to.slice(0, 4)];
	if (a === b) return a;
	return `${a}–${a.slice(0, 2) === b.slice(0, 2) ? b.slice(2) : b}`;
}

/** "17 years, 5 acts": the length of an era, and its number of acts. */
export function extent({ from, to }: Pick<Era, 'from' | 'to'>, acts: number): string {
	const count = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1;
	return `${counted(count, 'year')}, ${counted(acts, 'act')}`;
}

/** "2008–13: two acts of cooperation, six of conflict". */
export function balance(era: Pick<Era, 'from' | 'to'>, scores: readonly number[]): string {
	const [friendly, hostile] = [scores.filter((score) => score > 0).length, scores.filter((score) => score < 0).length];
	if (friendly === 0)
		return `${years(era)}: ${inWords(hostile)} ${hostile === 1 ? 'act' : 'acts'} of conflict, none of cooperation`;
	return `${years(era)}: ${inWords(friendly)} ${friendly === 1 ? 'act' : 'acts'} of cooperation, ${inWords(hostile)} of conflict`;
}

/** "mean of the 3 not hollow: −6.3", the words of the key. */
export function meanWords(
	{ between: { mean, n } }: Pick<Era, 'between'>,
	{ parties }: Pick<Subject, 'parties'>,
): string {
	if (mean === null) return `no act between the two ${parties.many}, no mean`;
	if (n === 1) return `only one not hollow: ${signed(mean)}`;
	return `mean of ${n < THIN ? 'only ' : 'the '}${n} not hollow: ${signed(mean)}`;
}

/** The same, for periods one below the other. */
export function meanShort({ between: { mean, n } }: Pick<Era, 'between'>): string {
	return mean === null ? 'no mean' : `mean of ${n < THIN ? 'only ' : ''}${counted(n, 'act')}: ${signed(mean)}`;
}

/** "7.4 points lower": the difference of two means as they are printed. */
export function change(from: number, to: number): string {
	const by = Number(to.toFixed(1)) - Number(from.toFixed(1));
	const size = Math.abs(by).toFixed(1);
	return Number(size) === 0 ? 'the same' : `${size} points ${by < 0 ? 'lower' : 'higher'}`;
}

/** A mean of fewer acts says little. */
const THIN = 3;

export const isThin = ({ between: { n } }: Pick<Era, 'between'>): boolean => n < THIN;

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
