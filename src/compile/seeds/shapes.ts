/** Building blocks of the schemas: ids, words, dates. */
import { z } from 'zod';

export const slug = z
	.string()
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write lower-case words joined by single hyphens, e.g. bridge-opened');
/** A slug, or a position's id, which joins its question's and its source's: recalled--vox-analysis. */
export const reference = z
	.string()
	.regex(/^[a-z0-9]+(--?[a-z0-9]+)*$/, 'write a record’s id, or for a position <question>--<source>');
export const text = z.string().trim().min(1);
/** Markup, which would be printed literally. */
const markup = /<\/?[a-z!][^>]*>|&(?:#\w+|[a-z]+\d*);|\*\*|__|`|\]\(/i;
/** Our own words, which pages and pictures print: no markup. */
export const words = text.refine(
	(said) => !markup.test(said),
	'write plain words: Markdown and HTML would be printed as they stand',
);
export const ids = <T extends z.ZodString>(shape: T) =>
	z.array(shape).refine((all) => new Set(all).size === all.length, 'write each id once');
export const label = words.max(26);
export const date = z.strictObject({
	edtf: z.string().meta({ description: 'EDTF: 2014, 2014-04, 2016-12~, [2015-11..2016-01], 2014/2016. Quote it.' }),
	basis: words.meta({ description: 'stated, or inferred and from what' }),
	given: z
		.literal(false)
		.optional()
		.meta({ description: 'false where no article says when, so that these are bounds only' }),
});
export const formerly = z
	.array(slug)
	.optional()
	.meta({ description: 'ids that the record had before; their addresses lead to it' });
export const stated = z.strictObject({
	value: text,
	basis: z.enum(['stated', 'inferred', 'outside']),
	note: words.exactOptional().meta({ description: 'from what, where it is not stated' }),
});
export const stand = z.enum(['affirms', 'denies', 'differs', 'qualifies']);
export const voice = z.union([slug, z.array(slug).min(1)]);
export const contactStatus = z.enum(['confirmed', 'reported', 'alleged', 'proposed', 'denied']);
