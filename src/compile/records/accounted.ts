/** Reconciles the two codings: where each row went, which codes the coders gave an event, and what their scores are. */
import { KINDS } from '#lib/model/record-lists.ts';
import type { Accounted } from '#lib/model/story.ts';
import { order, quoted, type Reporter } from '#compile/diagnostic.ts';
import type { Ids } from '#compile/seeds/ids.ts';
import { nearest } from '#compile/nearest.ts';
import { codingFiles } from '#compile/seeds/files.ts';
import type { Seeds } from '#compile/seeds/parse.ts';

/** Every row of both codings, once, sorted by coder and row. Reports rows that are missing, doubled or unknown. */
export function account(seeds: Seeds, ids: Ids, report: Reporter): Accounted[] {
	const rows = new Map(seeds.codings.map((row) => [row.row, row]));
	const isBroken = (name: string) => seeds.broken.some(({ file }) => file === name);
	const torn = Object.entries(codingFiles).flatMap(([coder, file]) => (isBroken(file) ? coder : []));
	const seen = new Set<string>();
	const accounted = seeds.lists['coding/accounted.yaml'].map(({ record, at }) => {
		const { row, fate } = record;
		if (!rows.has(row) && !torn.includes(row.slice(0, 1))) {
			const meant = nearest(row, rows.keys());
			const instead = meant === null ? 'write a row that exists' : `write ${meant}`;
			report(at('row'), 'row-unknown', `no coding has a row ${quoted(row)}; ${instead}`);
		}
		if (seen.has(row))
			report(at('row'), 'row-accounted-twice', `${quoted(row)} has an entry already; remove one of the two`);
		seen.add(row);
		if (record.record !== undefined) ids.refer(record.record, KINDS, at('record'));
		else if (fate !== 'left out') {
			report(
				at('fate'),
				'row-without-record',
				`${quoted(row)} was ${fate}, and the entry names no record; write “record: <id>”`,
			);
		}
		if (fate !== 'taken' && record.why === undefined) {
			report(
				at('fate'),
				'row-without-reason',
				`${quoted(row)} was ${fate}, and the entry gives no reason; write “why: <reason>”`,
			);
		}
		return { row, fate, record: record.record ?? null, why: record.why ?? null };
	});
	const broken = isBroken('seeds/coding/accounted.yaml');
	for (const { row, spot } of rows.values()) {
		if (seen.has(row) || broken) continue;
		const instead = `write “{ row: ${row}, fate: taken, record: <id> }” there, or the fate “merged” or “left out”`;
		report(spot, 'row-unaccounted', `${quoted(row)} has no entry in seeds/coding/accounted.yaml; ${instead}`);
	}
	return accounted.sort((a, b) => order(a.row.slice(0, 1), b.row.slice(0, 1)) || byNumber(a.row, b.row));
}

function byNumber(a: string, b: string): number {
	return order(a.slice(2, 3), b.slice(2, 3)) || Number(a.slice(3)) - Number(b.slice(3));
}
