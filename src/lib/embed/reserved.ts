import type { ChartId } from '#lib/model/copy.ts';

/**
 * Pixels that an embed takes, with its header and its table closed, at the step where it takes most: in a column of 320
 * pixels, where text and drawing are tallest. Held against a browser by `tests/browser/embed-matrix.test.ts`.
 */
export const RESERVED: Readonly<Record<ChartId, number>> = {
	relations: 980,
	ties: 850,
	contacts: 1030,
	accounts: 1460,
};
