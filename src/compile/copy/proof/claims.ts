/** Claims of direction, such as `1991-2007 > 0; 2014-2015 < 2016`, in the field `claims` of the copy, a chart or a step. */
import type { Claim } from '#lib/model/copy.ts';
import type { Share } from '#lib/model/method.ts';
import type { CopyReporter } from '#compile/copy/codes.ts';
import type { Block } from '#compile/copy/outline.ts';
import { quoted } from '#compile/diagnostic.ts';
import { THRESHOLD, type Direction } from '#compile/method/battery.ts';

export type JudgeClaim = (direction: Direction) => Share | null;

interface Known {
	readonly eras: readonly string[];
	readonly share: JudgeClaim;
}

/** The claims of one block. Reports malformed ones, which are left out, and those that hold in too few variants. */
export function readClaims(block: Block, where: string, words: string, known: Known, report: CopyReporter): Claim[] {
	const { eras } = known;
	return [...block.text('claims').matchAll(/[^;]+/g)].flatMap(({ index, 0: text }) => {
		const start = block.at('claims');
		const at = { ...start, column: start.column + index + text.length - text.trimStart().length };
		const direction = readDirection(text.trim(), eras);
		if (direction === null) {
			const form = 'write <era> > 0, <era> < 0 or <era> > <era>, with ; between claims';
			report(at, 'copy-claim-shape', `${quoted(text.trim())} is not a claim; ${form}; the eras are ${eras.join(', ')}`);
			return [];
		}
		const share = known.share(direction);
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
export function readDirection(text: string, eras: readonly string[]): Direction | null {
	const [, left = '', sign, right = ''] = /^(\S+)\s+([<>])\s+(\S+)$/.exec(text) ?? [];
	if ((sign !== '>' && sign !== '<') || !eras.includes(left) || left === right) return null;
	if (right !== '0' && !eras.includes(right)) return null;
	return { left, sign, right: right === '0' ? null : right };
}

/** Rounded down, so that a share below the threshold never looks as if it reached it. */
function percent({ holds, of }: Share): string {
	return `${(Math.floor((holds * 1000) / of) / 10).toFixed(1)} %`;
}
