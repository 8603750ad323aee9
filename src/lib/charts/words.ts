/** Words that charts share: numbers and support in prose. */
import { signed } from '#lib/model/numbers.ts';
import type { Evidenced, Id, Source } from '#lib/model/records.ts';

const SMALL = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A whole number in words up to ten, in digits beyond. */
export function inWords(count: number): string {
	return SMALL[count] ?? String(count);
}

/** A score for screen readers: "plus 3.5", "minus 9.2", "0.0". */
export function spokenScore(score: number): string {
	return signed(score).replace('+', 'plus ').replace('−', 'minus ');
}

/** "reported by two of five articles", and ", only qualified in one", ", disputed in one" where that is so. */
export function support(
	record: Pick<Evidenced, 'sources' | 'qualifiedBy' | 'disputedBy'>,
	sources: readonly Source[],
): string {
	return [
		`reported by ${inWords(record.sources.length)} of ${inWords(sources.length)} articles`,
		...doubts(record),
	].join(', ');
}

/** "only qualified in one", "disputed in two": articles that qualify or dispute a record instead of reporting it. */
export function doubts({ qualifiedBy, disputedBy }: Pick<Evidenced, 'qualifiedBy' | 'disputedBy'>): string[] {
	return [
		...(qualifiedBy.length ? [`only qualified in ${inWords(qualifiedBy.length)}`] : []),
		...(disputedBy.length ? [`disputed in ${inWords(disputedBy.length)}`] : []),
	];
}

/** The labels of sources, separated by commas; those that only qualify or dispute are marked. */
export function sourceList(
	record: Pick<Evidenced, 'sources' | 'qualifiedBy' | 'disputedBy'>,
	sources: readonly Source[],
): string {
	const label = (id: Id): string => sources.find((source) => source.id === id)?.label ?? id;
	return [
		...record.sources.map(label),
		...record.qualifiedBy.map((id) => `${label(id)} (only qualifies it)`),
		...record.disputedBy.map((id) => `${label(id)} (disputed there)`),
	].join(', ');
}
