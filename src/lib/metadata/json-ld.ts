/** Structured data of pages, in the vocabulary of schema.org. */

/** A node: its type and its properties; undefined ones are omitted. */
export type Thing = Readonly<Record<string, unknown>>;

/** A JSON-LD document with these nodes. URLs are relative to the page that contains it. */
export const linked = (...things: readonly Thing[]): Thing => ({ '@context': 'https://schema.org', '@graph': things });

/**
 * JSON that is safe inside a script element: nothing ends the element or opens a comment, and tools that escape `&` change
 * nothing. A JSON parser reads the same value.
 */
export const inScript = (value: Thing): string =>
	JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
		return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
	});
