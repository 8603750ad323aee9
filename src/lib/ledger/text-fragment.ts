import type { Annotation } from '#lib/model/records.ts';

/** A hyphen beside a comma is syntax there; encodeURIComponent leaves it. */
const encoded = (text: string): string => encodeURIComponent(text.trim()).replaceAll('-', '%2D');

/**
 * The text fragment of a passage: put behind the address of a page that has the article, it leads to the words.
 * Syntax: https://wicg.github.io/scroll-to-text-fragment/
 */
export function textFragment({ exact, prefix, suffix }: Pick<Annotation, 'exact' | 'prefix' | 'suffix'>): string {
	const before = prefix.trim() ? `${encoded(prefix)}-,` : '';
	const after = suffix.trim() ? `,-${encoded(suffix)}` : '';
	return `#:~:text=${before}${encoded(exact)}${after}`;
}
