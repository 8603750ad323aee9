/** Values of two versions, side by side. */

export interface Row {
	readonly label: string;
	readonly digits: number;
	readonly ours: number | null;
	/** Undefined where nothing is compared. */
	readonly theirs?: number | null | undefined;
}

const cell = (value: number | null | undefined, digits: number): string =>
	(value === null || value === undefined ? '–' : value.toFixed(digits)).padStart(12);

/** Prints rows below a title; with the other values and the ratio if there is a comparison. */
export function printTable(title: string, rows: readonly Row[], against: string | null): void {
	const names = ['today', ...(against === null ? [] : [against, 'ratio'])];
	console.log(`\n${title.padEnd(44)}${names.map((name) => name.slice(0, 11).padStart(12)).join('')}`);
	for (const { label, digits, ours, theirs } of rows) {
		const ratio = ours !== null && theirs ? ours / theirs : null;
		const cells = [cell(ours, digits), ...(against === null ? [] : [cell(theirs, digits), cell(ratio, 2)])];
		console.log(`${label.padEnd(44)}${cells.join('')}`);
	}
}
