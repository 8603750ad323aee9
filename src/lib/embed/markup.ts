/** Escaped text for snippets: HTML and Markdown. */
import { escapeMarkup } from '#lib/model/text.ts';

/** Text that Markdown shows literally. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');

/** Void elements. */
const VOID = ['img', 'source'];

/** An opening tag, or a whole void element, also valid as XML. Attributes with the value null are left out. */
export function open(name: string, attributes: Readonly<Record<string, string | null>>): string {
	const written = Object.entries(attributes).map(([key, value]) =>
		value === null ? '' : ` ${key}="${escapeMarkup(value)}"`,
	);
	return `<${name}${written.join('')}${VOID.includes(name) ? ' /' : ''}>`;
}
