/** Checks that an article has the number of a figure. */
import type { Annotation, Figure } from '#lib/model/records.ts';
import { mentionsIn } from '#compile/copy/proof/mentions.ts';
import { quoted, type Spot, type Reporter } from '#compile/diagnostic.ts';

/** Reports a figure whose value is in none of its passages; missing passages are reported elsewhere. */
export function checkFigure(
	{ id, value, evidence }: Figure,
	spot: Spot,
	annotations: ReadonlyMap<string, Annotation>,
	report: Reporter,
): void {
	const passages = evidence.map((passage) => annotations.get(passage)?.exact ?? '');
	const numbers = passages.flatMap(numbersIn);
	if (passages.length === 0 || passages.includes('') || numbers.includes(value)) return;
	const have = numbers.length === 0 ? 'no number' : [...new Set(numbers)].join(', ');
	const instead = `write what the article says, or write “supports: [${id}]” at the passage that has it`;
	report(
		spot,
		'figure-unfounded',
		`no passage of ${quoted(id)} contains ${String(value)} (they contain ${have}); ${instead}`,
	);
}

function numbersIn(text: string): number[] {
	return mentionsIn(text).flatMap((one) =>
		one.type === 'number' ? one.value : [one.day ?? [], one.year ?? [], one.toYear ?? []].flat(),
	);
}
