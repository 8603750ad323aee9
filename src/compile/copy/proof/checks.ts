/** What our sentences state about the data, evaluated at each build: checks in `{own: …}`, and claims of direction in the field `claims`. */
import { quoted } from '#compile/diagnostic.ts';
import { countable, readFilters, readNumber, readSelection } from './counts.ts';
import { type Data, type Row, compares, isSpan, type Result } from './data.ts';
import type { Claim } from '#lib/model/copy.ts';
import type { Share } from '#lib/model/method.ts';
import type { CopyReporter } from '#compile/copy/codes.ts';
import type { Block } from '#compile/copy/outline.ts';
import { THRESHOLD, type Direction } from '#compile/method/battery.ts';

/** Marks a statement that no record could decide. */
export const UNDECIDABLE = 'not in the data';

/** The smallest share of records that counts as “almost all”. */
const ALMOST = 0.9;

interface Verdict {
	readonly holds: boolean;
	/** The actual result, for a check that fails. */
	readonly instead: string;
	/** Numbers from the check, which the sentence may repeat. */
	readonly numbers: readonly number[];
}

export interface Judging {
	readonly data: Data;
	/** In how many variants of the index a claim holds; null if that cannot be computed. */
	readonly share: (direction: Direction) => Share | null;
}

const forms = `write “${UNDECIDABLE}”, “<count> = <count>”, “all|no|most|almost all <count> are <key>=<value>”, “<kind> in order of <date>” or “<era> > 0”`;

/** Evaluates one check; the result is a fault if the check cannot be read. */
export function judgeCheck(text: string, judging: Judging): Result<Verdict> {
	const { data } = judging;
	if (text === UNDECIDABLE) return { value: { holds: true, instead: '', numbers: [] } };
	const [, share, subject = '', filters = ''] = /^(all|no|most|almost all)\s+(.+?)\s+are\s+(.+)$/.exec(text) ?? [];
	if (share !== undefined) return judgeShare(share, subject, filters.split(/\s+/), data);
	const [, kind, key = ''] = /^(\S+)\s+in\s+order\s+of\s+(\S+)$/.exec(text) ?? [];
	if (kind !== undefined) return judgeOrder(kind, key, data);
	const direction = readDirection(text, data.eras);
	if (direction !== null) {
		const held = judging.share(direction);
		const holds = held === null || held.holds >= THRESHOLD * held.of;
		const instead =
			held === null ? '' : `it holds in ${String(held.holds)} of ${String(held.of)} variants of the index`;
		return { value: { holds, instead, numbers: yearsIn(text) } };
	}
	const [, left = '', sign = '', right = ''] = /^(.+?)\s+(=|!=|<=|>=|<|>)\s+(.+)$/.exec(text) ?? [];
	if (sign === '') return { fault: `${quoted(text)} is not a check; ${forms}` };
	const [a, b] = [readNumber(left, data), readNumber(right, data)];
	if ('fault' in a) return a;
	if ('fault' in b) return b;
	const sides = [
		{ text: left, value: a.value, other: right },
		{ text: right, value: b.value, other: left },
	];
	const holds = compares(a.value, sign, b.value);
	const empty = holds && sides.find(({ text, value, other }) => value === 0 && /\s/.test(text) && other !== '0');
	if (empty)
		return {
			fault: `${quoted(empty.text)} matches nothing; correct it, or write “${empty.text} = 0” if you mean that`,
		};
	const instead = [left, right]
		.flatMap((one, i) => (/^\d+$/.test(one) ? [] : [`${one} is ${String([a, b][i]?.value)}`]))
		.join(', ');
	return { value: { holds, instead, numbers: [a.value, b.value, ...yearsIn(text)] } };
}

function judgeShare(share: string, subject: string, words: readonly string[], data: Data): Result<Verdict> {
	const selection = readSelection(subject, data);
	if ('fault' in selection) return selection;
	const { kind, rows } = selection.value;
	const tests = readFilters(words, kind, data);
	if ('fault' in tests) return tests;
	const [are, are_not] = [true, false].map((is) => rows.filter((row) => tests.value.every((test) => test(row)) === is));
	const [n, of] = [are?.length ?? 0, rows.length];
	const holds =
		of > 0 &&
		((share === 'all' && n === of) ||
			(share === 'no' && n === 0) ||
			(share === 'most' && n > of / 2) ||
			(share === 'almost all' && n < of && n >= ALMOST * of));
	const counted = `${String(n)} of ${String(of)} are`;
	const instead =
		share === 'no'
			? `${counted}: ${named(are ?? [])}`
			: n < of
				? `${counted}; not so: ${named(are_not ?? [])}`
				: `${counted}, that is all of them`;
	return { value: { holds, instead, numbers: [n, of, ...yearsIn(`${subject} ${words.join(' ')}`)] } };
}

/** Whether each record ends before the next begins; records without the date come last, in any order. */
function judgeOrder(kind: string, key: string, data: Data): Result<Verdict> {
	const selection = readSelection(kind, data);
	if ('fault' in selection)
		return { fault: `${quoted(kind)} cannot be put in order; write one of ${countable(data).join(', ')}` };
	const dated = selection.value.rows.flatMap((row) => (isSpan(row[key]) ? [{ id: row['id'], span: row[key] }] : []));
	if (dated.length === 0) return { fault: `${kind} have no date “${key}”; write “<kind> in order of <date>”` };
	const sorted = [...dated].sort((a, b) => (`${a.span.min} ${a.span.max}` < `${b.span.min} ${b.span.max}` ? -1 : 1));
	for (const [i, { id, span }] of sorted.entries()) {
		const next = sorted[i + 1];
		if (next === undefined || span.max < next.span.min) continue;
		const instead = `${String(id)} (${span.words}) and ${String(next.id)} (${next.span.words}) can be in either order`;
		return { value: { holds: false, instead, numbers: [] } };
	}
	return { value: { holds: true, instead: '', numbers: [] } };
}

/** The years in an expression, which the sentence may repeat. */
export function yearsIn(text: string): number[] {
	return (text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []).map(Number);
}

function named(rows: readonly Row[]): string {
	const ids = rows.map((row) => String(row['id']));
	return ids.slice(0, 6).join(', ') + (ids.length > 6 ? ' …' : '');
}

/** The claims in the field of one block, such as `1991-2007 > 0; 2014-2015 < 2016`. Reports malformed ones, which are left out, and those that hold in too few variants. */
export function readClaims(
	block: Block,
	where: string,
	words: string,
	{ data, share: shareOf }: Judging,
	report: CopyReporter,
): Claim[] {
	const { eras } = data;
	return [...block.text('claims').matchAll(/[^;]+/g)].flatMap(({ index, 0: text }) => {
		const start = block.at('claims');
		const at = { ...start, column: start.column + index + text.length - text.trimStart().length };
		const direction = readDirection(text.trim(), eras);
		if (direction === null) {
			const form = 'write <era> > 0, <era> < 0 or <era> > <era>, with ; between claims';
			report(at, 'copy-claim-shape', `${quoted(text.trim())} is not a claim; ${form}; the eras are ${eras.join(', ')}`);
			return [];
		}
		const share = shareOf(direction);
		if (share && share.holds < THRESHOLD * share.of) {
			const held = `holds in ${share.holds} of ${share.of} variants of the index (${percent(share)})`;
			report(
				at,
				'copy-claim-weak',
				`${quoted(text.trim())} ${held}, less than ${THRESHOLD * 100} %; weaken the wording of ${quoted(words)}, then remove the claim`,
			);
		}
		return [{ ...direction, where, words }];
	});
}

/** The direction between eras; null for any other text. */
function readDirection(text: string, eras: readonly string[]): Direction | null {
	const [, left = '', sign, right = ''] = /^(\S+)\s+([<>])\s+(\S+)$/.exec(text) ?? [];
	if ((sign !== '>' && sign !== '<') || !eras.includes(left) || left === right) return null;
	if (right !== '0' && !eras.includes(right)) return null;
	return { left, sign, right: right === '0' ? null : right };
}

/** Rounded down, so that a share below the threshold never looks as if it reached it. */
function percent({ holds, of }: Share): string {
	return `${(Math.floor((holds * 1000) / of) / 10).toFixed(1)} %`;
}
