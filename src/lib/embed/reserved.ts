import type { ChartId } from '#lib/model/copy.ts';

/**
 * Pixels that an embed takes, with its header and its table closed, at the step where it takes most: in a column of 320
 * pixels, where text and drawing are tallest. Held against a browser by `tests/browser/snippets.test.ts`.
 */
export const RESERVED: Readonly<Record<ChartId, number>> = {
	relations: 1000,
	ties: 995,
	contacts: 1050,
	accounts: 1940,
};

/** Pixels that an embed takes at least in any column, with its header: no picture behind the frame may be higher. */
export const LEAST: Readonly<Record<ChartId, number>> = {
	relations: 670,
	ties: 645,
	contacts: 780,
	accounts: 845,
};
