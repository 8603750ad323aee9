import type { Annotation } from '#lib/model/records.ts';

/** A hyphen beside a comma is syntax there; encodeURIComponent leaves it. */
const encoded = (text: string): string => encodeURIComponent(text.trim()).replaceAll('-', '%2D');

/** Links as the scraped copies write them, in Markdown: a page shows their words alone. */
const LINK = /\[([^\]]*)\]\([^)\s]*\)/g;

/** Half a link, where the words before begin in one, or those after end in one. */
const [STARTS_IN, ENDS_IN] = [/^[^[]*\]\([^)\s]*\)/, /\](?:\([^)\s]*)?$|\[[^\]]*$/];

/** Stands between a passage and the words round it while links are taken out, since one may reach over that edge. */
const EDGE = '\u0000';

type Quoted = Pick<Annotation, 'exact' | 'prefix' | 'suffix' | 'breaks'>;

/**
 * The text fragment of a passage: put behind the address of a page that has the article, it leads to the words. The words
 * before and after are named as far as they stand in the same paragraph and bear no markup; of a passage that runs over
 * the end of one, its first and its last line are named, between which browsers take what there is.
 * Syntax: https://wicg.github.io/scroll-to-text-fragment/
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
