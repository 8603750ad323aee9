/** Something that would like to stand at `at`, and minds leaving it the less the more `slack` it has. */
export interface Wish {
	readonly at: number;
	/** Half the stretch within which any place is equally true. */
	readonly slack: number;
}

interface Block {
	readonly at: number;
	readonly weight: number;
	readonly count: number;
}

/**
 * Moves wishes apart until no two stand closer than `gap`, keeping their order and staying between `from` and `to`.
 * What has little slack moves little: the sum of the squared moves, each divided by the squared slack (plus one), is the
 * least possible. Where there is no room for `gap`, all stand evenly.
 * Expects wishes sorted by `at`. Weighted isotonic regression by pooling adjacent violators (Ayer et al. 1955), after
 * taking `gap` off between each two; clamping its result is exact for bounds that all share.
 */
export function spread(wishes: readonly Wish[], gap: number, from: number, to: number): number[] {
	const step = wishes.length > 1 ? Math.min(gap, (to - from) / (wishes.length - 1)) : 0;
	const last = to - step * (wishes.length - 1);
	const blocks: Block[] = [];
	wishes.forEach(({ at, slack }, index) => {
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
