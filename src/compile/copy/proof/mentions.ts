/** Finds the dates and numbers in a text: a sentence of the copy, or a passage behind it. */
import { MONTHS } from '#lib/model/dates.ts';
import { numeralOf, numeralPattern } from './numerals.ts';

export interface DateMention {
	readonly type: 'date';
	readonly year: number | null;
	/** The last year of a range or decade, otherwise `year`. */
	readonly toYear: number | null;
	readonly month: number | null;
	readonly day: number | null;
}

export interface NumberMention {
	readonly type: 'number';
	readonly value: number;
	readonly isOrdinal: boolean;
}

/** `index`: where in the text; `words`: the matched text. */
export type Mention = (DateMention | NumberMention) & { readonly index: number; readonly words: string };

const month = `(?:${MONTHS.join('|')}|${MONTHS.map((name) => `${name.slice(0, 3)}\\.`).join('|')}|Sept\\.)`;
const year = '(?:19|20)\\d\\d';
/** Words that are months only after these. */
const before =
	'(?<=\\b(?:[Ii]n|[Oo]f|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ate|[Ee]arly|[Mm]id|[Ff]rom|[Tt]o|[Bb]efore|[Aa]fter|[Dd]uring|[Ll]ast|[Aa]nd|[Oo]r|–)[\\s-])';
const dates = [
	`(?<day>\\d{1,2})(?:\\s*(?:[–-]|and|or|to)\\s*\\d{1,2})?\\s+(?<month>${month})(?:,?\\s+(?<year>${year}))?`,
	`(?<month2>${month})\\s+(?<day2>\\d{1,2})(?![\\d])(?:,?\\s+(?<year2>${year}))?`,
	`(?<month3>${month}),?\\s+(?<year3>${year})`,
	`(?<![\\p{L}\\d.,])(?<year4>${year})(?:(?<decade>s)|\\s?[–-]\\s?(?<to>(?:19|20)?\\d\\d)(?!\\d))?(?![\\d\\p{L}])`,
	`(?:${before}(?:May|March)|${month.replace('|May|', '|').replace('|March|', '|')})(?![\\p{L}.])`,
];
const numbers = [
	`\\b(?:${numeralPattern})\\b(?!-)`,
	`(?<![\\p{L}\\d.,-])\\d[\\d,]*(?:\\.\\d+)?(?:st|nd|rd|th)?(?![\\d\\p{L}])`,
];
const pattern = new RegExp(`(?<date>${dates.join('|')})|(?<number>${numbers.join('|')})`, 'gu');
const anyCase = new RegExp(numbers[0] ?? '', 'giu');

/** In the order of the text; no part is reported twice. */
export function mentionsIn(text: string): Mention[] {
	const spaced = text.replace(anyCase, (word) => word.toLowerCase());
	return [...spaced.matchAll(pattern)].flatMap((match) => {
		const groups = match.groups ?? {};
		const at = { index: match.index, words: text.slice(match.index, match.index + match[0].length) };
		return groups['date'] === undefined ? numberOf(match[0], at) : [{ ...at, ...dateOf(match[0], groups) }];
	});
}

function dateOf(words: string, groups: Readonly<Record<string, string | undefined>>): DateMention {
	const { decade, to } = groups;
	const from = Number(groups['year'] ?? groups['year2'] ?? groups['year3'] ?? groups['year4'] ?? 0) || null;
	const named = groups['month'] ?? groups['month2'] ?? groups['month3'] ?? (from === null ? words : '');
	const at = MONTHS.findIndex((name) => named !== '' && name.startsWith(named.slice(0, 3)));
	const day = groups['day'] ?? groups['day2'];
	const last =
		from !== null && decade ? from + 9 : from !== null && to ? Number(String(from).slice(0, 4 - to.length) + to) : from;
	return {
		type: 'date',
		year: from,
		toYear: last,
		month: at < 0 ? null : at + 1,
		day: day === undefined ? null : Number(day),
	};
}

function numberOf(words: string, at: { index: number; words: string }): Mention[] {
	const word = numeralOf(words);
	if (word) return [{ ...at, type: 'number', ...word }];
	const value = Number(words.replace(/,|(?:st|nd|rd|th)$/g, ''));
	return Number.isFinite(value) ? [{ ...at, type: 'number', value, isOrdinal: /(?:st|nd|rd|th)$/.test(words) }] : [];
}
