import { type Reporter, quoted } from '#compile/diagnostic.ts';
import { nearest } from '#compile/nearest.ts';
import type { Item, ListItem } from '#compile/seeds/items.ts';
import type { Seeds } from '#compile/seeds/parse.ts';
import type { Score } from '#compile/seeds/tables.ts';
import type { Cameo } from '#lib/model/records.ts';
import type { Accounted } from '#lib/model/story.ts';
import { group } from 'd3';

/** The code that one coder gave a record: `undefined` if no row of that coder went into it, null if the row has no code. */
export type CoderCodes = Readonly<Record<'a' | 'b', string | null | undefined>>;

/** The codes for a record: from the row that was taken unchanged, or else from the first merged row that has a code. */
export function codesBy(
	accounted: readonly Accounted[],
	{ codings }: Pick<Seeds, 'codings'>,
): (record: string) => CoderCodes {
	const rows = new Map(codings.map(({ row, cameo }) => [row, cameo]));
	const used = accounted.filter(({ row, fate }) => fate !== 'left out' && rows.has(row));
	const byRecord = group(used, ({ record }) => record);
	const code = ({ row }: Accounted) => rows.get(row) ?? null;
	return (record) => {
		const codeBy = (coder: string) => {
			const mine = (byRecord.get(record) ?? []).filter(({ row }) => row.startsWith(`${coder}.`));
			const taken = mine.find(({ fate }) => fate === 'taken') ?? mine.find((row) => code(row) !== null) ?? mine[0];
			return taken === undefined ? undefined : code(taken);
		};
		return { a: codeBy('a'), b: codeBy('b') };
	};
}

/** The event's settled code with its name and score; null for an unknown code. */
export function scoreOf(
	{ record, at }: Item<ListItem<'events.yaml'>>,
	scale: Seeds['scale'],
	report: Reporter,
): Cameo | null {
	const { cameo: code } = record;
	if (code === undefined) return null;
	const score = scoreIn(scale, code);
	if (score === undefined && scale.size > 0) {
		const meant = nearest(code, scale.keys());
		const instead = meant === null ? 'write a code of the table' : `did you mean "${meant}"?`;
		report(at('cameo'), 'cameo-unknown', `${quoted(code)} is not a CAMEO code of cameo_goldstein.tsv; ${instead}`);
	}
	return score === undefined ? null : { code, ...score };
}

/** The name and score of a code; undefined for an unknown code. */
export function scoreIn(scale: Seeds['scale'], code: string): Score | undefined {
	return scale.get(code) ?? unscored.get(code);
}

/** Codes of CAMEO 1.1b3 that the table of scores leaves out, with their names. */
const unscored: Seeds['scale'] = new Map([['176', { name: 'Attack cybernetically', goldstein: null }]]);

/** Reports an event whose code differs from that of a coder without an explanation. */
export function requireSettlement(
	{ record, at }: Item<ListItem<'events.yaml'>>,
	codes: CoderCodes,
	report: Reporter,
): void {
	if (record.settled !== undefined) return;
	const taken = record.cameo ?? null;
	const assigned = [codes.a, codes.b].filter((code) => code !== undefined);
	if (assigned.every((code) => code === taken)) return;
	const given = assigned.map((code) => code ?? 'none').join(' and ');
	const message = `the code is ${taken ?? 'none'}, and the coders gave ${given}; write “settled: <why ${taken ?? 'none'}>”`;
	report(at(record.cameo === undefined ? 'id' : 'cameo'), 'coders-differ', message);
}
