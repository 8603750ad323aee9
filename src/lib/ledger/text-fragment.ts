import type { Annotation } from '#lib/model/records.ts';

/** A hyphen beside a comma is syntax in text fragments, and encodeURIComponent does not escape it. */
const encoded = (text: string): string => encodeURIComponent(text.trim()).replaceAll('-', '%2D');

/** Markdown links in the scraped copies: a page shows their text only. */
const LINK = /\[([^\]]*)\]\([^)\s]*\)/g;

/** Half a link, at the start of the words after a passage or at the end of those before. */
const [STARTS_IN, ENDS_IN] = [/^[^[]*\]\([^)\s]*\)/, /\](?:\([^)\s]*)?$|\[[^\]]*$/];

/** Marks the edges of the passage while links are removed, since a link may cross them. */
const EDGE = '\u0000';

type Quoted = Pick<Annotation, 'exact' | 'prefix' | 'suffix' | 'breaks'>;

/**
 * The text fragment of a passage: appended to the address of a page with the article, it leads to the words. Includes the
 * words before and after if they are in the same paragraph and without markup; of a passage of several paragraphs only
 * the first and last line are named. Syntax: https://wicg.github.io/scroll-to-text-fragment/
 */
export function textFragment({ exact, prefix, suffix, breaks }: Quoted): string {
	const signs = [...exact];
	const ends = breaks.filter((at) => at >= 0 && at < signs.length);
	const before = [...prefix].slice([...prefix].length + Math.max(-Infinity, ...breaks.filter((at) => at < 0)) + 1);
	const after = [...suffix].slice(0, Math.min(Infinity, ...breaks.filter((at) => at >= signs.length)) - signs.length);
	const whole = [before.join('').replace(STARTS_IN, ''), exact, after.join('').replace(ENDS_IN, '')].join(EDGE);
	const [from = '', , to = ''] = whole.replace(LINK, '$1').split(EDGE);
	const lines =
		ends.length === 0 ? [exact] : [signs.slice(0, ends[0]).join(''), signs.slice((ends.at(-1) ?? 0) + 1).join('')];
	const words = lines.map((line) => encoded(line.replace(LINK, '$1'))).join(',');
	return `#:~:text=${from.trim() ? `${encoded(from)}-,` : ''}${words}${to.trim() ? `,-${encoded(to)}` : ''}`;
}
