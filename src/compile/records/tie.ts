/** Ties: their dates, and an outcome that agrees with them. */
import type { DateSpan, Evidenced, Tie } from '#lib/model/records.ts';
import { quoted, type Spot, type Reporter } from '#compile/diagnostic.ts';
import type { Ids } from '#compile/seeds/ids.ts';
import type { Item, ListItem } from '#compile/seeds/items.ts';

export type ReadSpan = (seed: ListItem<'contacts.yaml'>['date'], spot: Spot) => DateSpan;

/** Outcomes of ties that still stand. */
const STANDING: readonly Tie['outcome'][] = ['spared', 'still open'];

export function tieOf(
	{ record, at }: Item<ListItem<'ties.yaml'>>,
	ids: Ids,
	date: ReadSpan,
	report: Reporter,
): Omit<Tie, keyof Evidenced> {
	const end = (key: 'opened' | 'cut' | 'stood') =>
		record[key] === undefined ? null : date(record[key], at(key, 'edtf'));
	for (const key of ['openedBy', 'cutBy', 'sparedBy'] as const) {
		if (record[key] !== undefined) ids.refer(record[key], ['event'], at(key));
	}
	if (record.holder !== undefined) ids.refer(record.holder, ['actor'], at('holder'));
	const [opened, cut, stood] = [end('opened'), end('cut'), end('stood')];
	if (opened !== null && cut !== null && cut.max !== '' && cut.max < opened.min) {
		report(
			at('cut', 'edtf'),
			'tie-cut-before-opened',
			`“cut” is ${cut.max} at the latest, before “opened”, ${opened.min} at the earliest; correct one of the dates`,
		);
	}
	const isStanding = STANDING.includes(record.outcome);
	if (isStanding && (cut !== null || stood === null)) {
		const instead = 'remove “cut”, and write “stood” with the last date on which an article confirms it';
		report(
			at('outcome'),
			'tie-outcome',
			`the outcome ${quoted(record.outcome)} means that the tie did not end; ${instead}`,
		);
	}
	if (!isStanding && (cut === null || stood !== null)) {
		report(
			at('outcome'),
			'tie-outcome',
			`the outcome ${quoted(record.outcome)} means that the tie ended; write its date as “cut”, and remove “stood”`,
		);
	}
	if ((record.outcome === 'spared') !== (record.sparedBy !== undefined)) {
		report(
			at('outcome'),
			'tie-outcome',
			'only the outcome “spared” has “sparedBy”, the event that spared the tie, and needs it; write “sparedBy”, or another outcome',
		);
	}
	const { formerly = [], openedBy = null, cutBy = null, ended = null, sparedBy = null, holder = null } = record;
	return { ...record, formerly, opened, openedBy, cut, cutBy, ended, stood, sparedBy, holder };
}
