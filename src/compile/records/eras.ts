/** Eras: frames of the chart of relations, and units of the index. */
import type { Era, Event } from '#lib/model/records.ts';
import { isBetween } from '#lib/model/subject.ts';
import { order, quoted, type Reporter } from '#compile/diagnostic.ts';
import type { Item, ListItem } from '#compile/seeds/items.ts';

type EraItem = Item<ListItem<'eras.yaml'>>;
type Scored = Pick<Event, 'era' | 'cameo' | 'dyad' | 'status'>;

/**
 * Eras by their first day. Reports one that ends before it begins or overlaps another and, if all could be read, gaps
 * between them.
 */
export function orderEras(eras: readonly EraItem[], isComplete: boolean, report: Reporter): EraItem[] {
	const sorted = [...eras].sort((a, b) => order(a.record.from, b.record.from) || order(a.record.id, b.record.id));
	let reached = '';
	for (const { record, at } of sorted) {
		if (record.to < record.from || record.from <= reached) {
			const message =
				record.to < record.from
					? `the era ${quoted(record.id)} ends before it begins; write “to” later than “from”`
					: `the era ${quoted(record.id)} overlaps the previous era; write “from” later than ${reached}`;
			report(at('from'), 'eras-overlap', message);
		} else if (isComplete && reached !== '' && record.from > dayAfter(reached)) {
			const instead = `write “from: '${dayAfter(reached)}'”, or a later “to” in the previous era`;
			report(at('from'), 'eras-gap', `no era covers the days between ${reached} and ${record.from}; ${instead}`);
		}
		if (record.to > reached) reached = record.to;
	}
	return sorted;
}

/** `YYYY-MM-DD`; a day that does not exist, which is reported elsewhere, is returned unchanged. */
function dayAfter(day: string): string {
	const time = Date.parse(day);
	return Number.isNaN(time) ? day : new Date(time + 86_400_000).toISOString().slice(0, 10);
}

/** The era that holds a day (`YYYY-MM-DD`), or null. */
export function eraOf(day: string, eras: readonly EraItem[]): string | null {
	return eras.find(({ record }) => record.from <= day && day <= record.to)?.record.id ?? null;
}

/**
 * Each era with the mean score of the events that begin in it: of all but internal ones, of acts between the two sides,
 * and of those among them that are undisputed.
 */
export function withMeans(eras: readonly EraItem[], events: readonly Scored[]): Era[] {
	return eras.map(({ record }) => {
		const inEra = events.filter(({ era, dyad }) => era === record.id && dyad !== 'internal');
		const between = inEra.filter(({ dyad }) => isBetween(dyad));
		const undisputed = meanScore(between.filter(({ status }) => status !== 'disputed'));
		return { ...record, ...meanScore(inEra), between: meanScore(between), undisputed };
	});
}

/** The mean Goldstein score to four decimals, and the number of events; events without a score do not count. */
export function meanScore(events: readonly Pick<Event, 'cameo'>[]): { mean: number | null; n: number } {
	const scores = events.map(({ cameo }) => cameo?.goldstein ?? null).filter((score) => score !== null);
	if (scores.length === 0) return { mean: null, n: 0 };
	// Tenths are added as whole numbers, so that the order of events cannot change the last bit.
	const tenths = scores.reduce((sum, score) => sum + Math.round(score * 10), 0);
	return { mean: Math.round((tenths * 1000) / scores.length) / 10_000, n: scores.length };
}
