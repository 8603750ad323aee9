/** A target position `at`; the larger `slack`, the less a move costs. */
export interface TargetPosition {
	readonly at: number;
	/** Half the width of the range within which any position is equally correct. */
	readonly slack: number;
}

interface Block {
	readonly at: number;
	readonly weight: number;
	readonly count: number;
}

/**
 * Moves positions apart until no two are closer than `gap`, keeping their order, between `from` and `to`. Minimises the sum
 * of the squared moves, each divided by the squared slack plus one. If there is not enough space for `gap`, all are spaced
 * evenly.
 * Expects targets sorted by `at`. Weighted isotonic regression by pooling adjacent violators (Ayer et al. 1955), after
 * taking `gap` off between each two; clamping its result is exact for bounds that all share.
 */
export function spread(targets: readonly TargetPosition[], gap: number, from: number, to: number): number[] {
	const step = targets.length > 1 ? Math.min(gap, (to - from) / (targets.length - 1)) : 0;
	const last = to - step * (targets.length - 1);
	const blocks: Block[] = [];
	targets.forEach(({ at, slack }, index) => {
		let block: Block = { at: at - step * index, weight: 1 / (slack + 1) ** 2, count: 1 };
		for (let before = blocks.at(-1); before && before.at > block.at; before = blocks.at(-1)) {
			blocks.pop();
			block = pooled(before, block);
		}
		blocks.push(block);
	});
	return blocks
		.flatMap(({ at, count }) => Array.from({ length: count }, () => Math.max(from, Math.min(last, at))))
		.map((at, index) => at + step * index);
}

function pooled(a: Block, b: Block): Block {
	const weight = a.weight + b.weight;
	return { at: (a.at * a.weight + b.at * b.weight) / weight, weight, count: a.count + b.count };
}
