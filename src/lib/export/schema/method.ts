/** The part of the JSON Schema for the method: the two codings, and the variants of the index. */
import { claim } from './copy.ts';
import { codeProperties } from '#lib/export/tables/method.ts';
import { array, count, nothingElse, number, oneOf, orNull, share, text } from './shapes.ts';
import { recordSchema } from '#lib/export/tables/table.ts';

const code = nothingElse({ code: text, name: text, goldstein: orNull(number) });
const alpha = nothingElse({
	value: number,
	low: number,
	high: number,
	units: count,
	verdict: oneOf('firm', 'tentative', 'below'),
});
const recipe = {
	scoring: oneOf('gdelt', 'icews', 'sign', 'quad'),
	summary: oneOf('mean', 'median', 'sum'),
	acts: oneOf('all', 'between'),
};
const range = nothingElse({ low: number, high: number });
const variants = { holds: count, of: count };

export const methodSchema = {
	description: 'How far the two codings agree, and what the index does when it is made otherwise.',
	...nothingElse({
		reliability: {
			description: 'Krippendorff’s alpha: root, nominal, on the CAMEO root; score, interval, on the Goldstein score.',
			...nothingElse({
				root: orNull(alpha),
				score: orNull(alpha),
				resamples: count,
				units: array(nothingElse({ record: text, a: code, b: code })),
				only: nothingElse({ a: array(text), b: array(text) }),
			}),
		},
		quotedMost: { description: 'The largest share of an article that the build lets be quoted.', ...share },
		variants: { description: 'How many variants of the index there are.', ...count },
		recipes: array(nothingElse(recipe)),
		codes: {
			description: 'Every code that a recipe may meet, and what each scoring makes of it.',
			...array(recordSchema('A CAMEO code.', codeProperties)),
		},
		threshold: { description: 'The least share of variants in which a claim of the copy must hold.', ...share },
		results: {
			description: 'What each recipe gives each era: with all events, and when one event, or one source, is left out.',
			...array(
				nothingElse({
					...recipe,
					era: text,
					n: count,
					value: orNull(number),
					withoutEvent: orNull(range),
					withoutSource: orNull(range),
					restsOn: array(text),
				}),
			),
		},
		claims: {
			description: 'The directions that the copy claims, and in how many variants each holds.',
			...array(
				nothingElse({
					claim,
					...variants,
					byRecipe: array(nothingElse({ ...recipe, ...variants })),
					bySource: array(nothingElse({ source: text, ...variants })),
					withoutEvent: nothingElse(variants),
					whole: nothingElse(variants),
				}),
			),
		},
	}),
};
