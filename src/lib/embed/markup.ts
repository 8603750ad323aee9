/** Text as it stands in what editors paste: HTML and Markdown. */
import { escapeMarkup } from '#lib/model/text.ts';

/** Text that Markdown shows as it is. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');

/** Elements without an end. */
const VOID = ['img', 'source'];

/** An opening tag, or the whole of an element without an end, as XML takes it, too. Attributes whose value is null are left out. */
export function open(name: string, attributes: Readonly<Record<string, string | null>>): string {
	const written = Object.entries(attributes).map(([key, value]) =>
		value === null ? '' : ` ${key}="${escapeMarkup(value)}"`,
	);
	return `<${name}${written.join('')}${VOID.includes(name) ? ' /' : ''}>`;
}
