/** Helpers to join and escape text. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for the content and quoted attributes of HTML and XML. */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** "Vox", "Vox and Polygraph.info", "Vox, Barton report and Polygraph.info". */
export const listInWords = (words: readonly string[]): string =>
	[words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(' and ');

/** With a capital first letter. */
export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
