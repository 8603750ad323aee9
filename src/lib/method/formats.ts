import { inWords } from '#lib/charts/words.ts';
import type { Alpha, Share } from '#lib/model/method.ts';

/** An alpha with three decimals: ".899", "1.000". */
export function coefficient(value: number, digits = 3): string {
	return value
		.toFixed(digits)
		.replace(/^(-?)0\./, '$1.')
		.replace('-', '−');
}

/** The bounds of an interval with two decimals, rounded outwards: further digits depend on the resamples. */
export function intervalOf({ low, high }: Pick<Alpha, 'low' | 'high'>): string {
	const rounded = [Math.floor(low * 100 + 1e-9), Math.ceil(high * 100 - 1e-9)];
	return rounded.map((hundredths) => coefficient(hundredths / 100, 2)).join(' to ');
}

/** "98.2%", rounded down, so that a share below a limit never reads as if it reached it. */
export function percent(share: number): string {
	const tenths = Math.floor(share * 1000 + 1e-9) / 10;
	return `${Number.isInteger(tenths) ? String(tenths) : tenths.toFixed(1)}%`;
}

export function shareOf({ holds, of }: Share): string {
	return percent(of === 0 ? 0 : holds / of);
}

/** "no acts", "one act", "12 acts". */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${count === 0 ? 'no' : inWords(count)} ${count === 1 ? one : many}`;
}
