/** The known word nearest to a mistyped one. */
import { order } from './diagnostic.ts';

const LONGEST = 80;

/** The nearest by edit distance, if it is near enough to be meant; ties go to the first by code units. */
export function nearest(word: string, known: Iterable<string>): string | null {
	if (word.length > LONGEST) return null;
	let best: string | null = null;
	let least = Math.max(2, Math.floor(word.length / 2)) + 1;
	for (const candidate of [...known].sort(order)) {
		if (candidate.length > LONGEST) continue;
		const distance = editDistance(word, candidate);
		if (distance < least) [best, least] = [candidate, distance];
	}
	return best;
}

/** Levenshtein's distance in code units (Wagner and Fischer 1974). */
function editDistance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}
