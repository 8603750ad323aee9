/** Descriptions of pages for machines, in the words of schema.org. */

/** A thing of schema.org: a type, and what it says; nothing says nothing. */
export type Thing = Readonly<Record<string, unknown>>;

/** A document that holds these things. Addresses in them are seen from the page that they stand in. */
export const linked = (...things: readonly Thing[]): Thing => ({ '@context': 'https://schema.org', '@graph': things });

/**
 * JSON that can stand in a script element as it is: nothing in it ends the element, opens a comment, or is changed by
 * whoever writes `&` as an entity. A JSON parser reads the same value.
 */
export const inScript = (value: Thing): string =>
	JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
		return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
	});
