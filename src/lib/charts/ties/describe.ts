/** The ties chart in words: the name of each mark, and the table with the same rows. */
import { compactDate } from '#lib/charts/dates.ts';
import { support } from '#lib/charts/words.ts';
import type { Tie } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { outcomeInWords } from '#lib/model/words.ts';
import { capitalised } from '#lib/model/text.ts';

export const UNKNOWN = 'not in the articles';

/** The name of a mark: title, when it opened, how and when it ended, and how many articles report it. */
export function markName(tie: Tie, slice: Pick<Story, 'sources'>): string {
	const opened = `Opened: ${tie.opened?.words ?? UNKNOWN}`;
	const date = tie.cut ?? tie.stood;
	return `${tie.title}. ${opened}. ${capitalised(outcomeInWords(tie))}: ${date?.words ?? UNKNOWN}. ${capitalised(support(tie, slice.sources))}.`;
}

/** Its outcome and when, in few words: "suspended 2014", "seized Nov 2016–Jan ’17", "still open 27 Jun 2017". */
export function endingLabel(tie: Tie, dated = compactDate): string {
	const date = tie.cut ?? tie.stood;
	if (!date) return `end ${UNKNOWN}`;
	const when = dated(date);
	const articleCount = tie.sources.length > 1 ? `, ${String(tie.sources.length)} articles` : '';
	if (tie.outcome === 'ordered to end') return `ordered, ${when}${articleCount}`;
	if (tie.outcome === 'ended in dispute') return `ended ${when}, why disputed${articleCount}`;
	const isPlain = tie.outcome === 'cut' || tie.outcome === 'suspended';
	return `${isPlain ? (tie.ended ?? tie.outcome) : tie.outcome}${date.given ? '' : ','} ${when}${articleCount}`;
}

/** When it opened, in few words: "from 1998"; empty if no article says. */
export const openingLabel = ({ opened }: Tie): string => (opened?.given ? `from ${compactDate(opened)}` : '');

/** The number of articles that report a tie, if its label does not have it. */
export function articleCountLabel({ ties, sources }: Pick<Story, 'ties' | 'sources'>): string {
	const isEach = ties.every((tie) => tie.sources.length === 1);
	return isEach ? 'each in one article' : `in one of ${String(sources.length)} articles, or as told`;
}

/** By the first day on which it may have been cut, then by the last; ties that did not end come last. */
export function byCut(ties: readonly Tie[]): Tie[] {
	const key = (tie: Tie): string => `${tie.cut?.min ?? '9'} ${tie.cut?.max ?? ''} ${tie.id}`;
	return [...ties].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
