/** A number rounded to at most so many decimals. */
export function rounded(value: number, decimals: number): number {
	const scale = 10 ** decimals;
	return Math.round(value * scale) / scale;
}

/** With commas between thousands, independent of locale: "1,344". */
export const grouped = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 20 });

/** A score with its sign and one decimal: "+3.5", "−9.2" with a real minus, "0.0". */
export function signed(score: number): string {
	const size = Math.abs(score).toFixed(1);
	if (Number(size) === 0) return size;
	return `${score < 0 ? '−' : '+'}${size}`;
}
