/** Ties: their dates, and an outcome that agrees with them. */
import type { DateSpan, Evidenced, Tie } from '#lib/model/records.ts';
import type { Spot, Reporter } from '#compile/diagnostic.ts';
import type { Ids } from '#compile/seeds/ids.ts';
import type { Item, ListItem } from '#compile/seeds/items.ts';

interface DateSeed {
	readonly edtf: string;
	readonly basis: string;
	readonly given?: false | undefined;
}
export type ReadSpan = (seed: DateSeed, spot: Spot) => DateSpan;

/** Outcomes of ties that still stand. */
const STANDING: readonly Tie['outcome'][] = ['spared', 'still open'];

/** A tie without its evidence. */
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
			`cut by ${cut.max} but opened from ${opened.min} on; mend one of the dates`,
		);
	}
	const isStanding = STANDING.includes(record.outcome);
	if (isStanding && (cut !== null || stood === null)) {
		const instead = 'write the last date an article has it standing as stood, and no cut';
		report(at('outcome'), 'tie-outcome', `what is ${record.outcome} did not end; ${instead}`);
	}
	if (!isStanding && (cut === null || stood !== null)) {
		report(at('outcome'), 'tie-outcome', `what is ${record.outcome} needs the date of it as cut, and no stood`);
	}
	if ((record.outcome === 'spared') !== (record.sparedBy !== undefined)) {
		report(
			at('outcome'),
			'tie-outcome',
			'what is spared, and nothing else, names the event that let it stand as sparedBy',
		);
	}
	const { formerly = [], openedBy = null, cutBy = null, ended = null, sparedBy = null, holder = null } = record;
	return { ...record, formerly, opened, openedBy, cut, cutBy, ended, stood, sparedBy, holder };
}
