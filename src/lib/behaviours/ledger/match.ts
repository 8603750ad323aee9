import type { LedgerState } from './state.ts';

/** An entry as the search sees it. */
export interface Entry {
	/** Its kind. */
	readonly kind: string;
	readonly sources: ReadonlySet<string>;
	readonly actors: ReadonlySet<string>;
	readonly years: ReadonlySet<string>;
	readonly statuses: ReadonlySet<string>;
	readonly disputed: boolean;
	/** All its words, folded. */
	readonly text: string;
}

/** Text for comparison: without case, accents, or kinds of quotation marks and dashes; white space as one space. */
export function folded(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[‘’]/g, "'")
		.replace(/[“”]/g, '"')
		.replace(/[‐‑–—−]/g, '-')
		.replace(/\u00ad/g, '')
		.replace(/\s+/g, ' ')
		.trim()
		.toLowerCase();
}

/** Whether an entry matches: every filter fits it, and it has every word. */
export function matches(state: LedgerState, entry: Entry): boolean {
	const fits = (value: string, values: ReadonlySet<string>): boolean => value === '' || values.has(value);
	return (
		(state.kind === '' || state.kind === entry.kind) &&
		fits(state.source, entry.sources) &&
		fits(state.actor, entry.actors) &&
		fits(state.year, entry.years) &&
		fits(state.status, entry.statuses) &&
		(!state.disputed || entry.disputed) &&
		folded(state.q)
			.split(' ')
			.every((word) => entry.text.includes(word))
	);
}

/** "All 230 records", "12 of the 230 records", "None of the 230 records". */
export function countInWords(left: number, all: number): string {
	if (left === all) return `All ${all} records`;
	return left === 0 ? `None of the ${all} records` : `${left} of the ${all} records`;
}
