/** Checks that the evidence of a sentence has each date and number in it. */
import { quoted } from '#compile/diagnostic.ts';
import { judgeCheck, yearsIn, type Judging } from './checks.ts';
import type { CopyReporter } from '#compile/copy/codes.ts';
import type { Evidence } from './data.ts';
import { mentionsIn, type DateMention, type Mention } from './mentions.ts';
import { checksOf } from './proof.ts';
import { spotOf, type Sentence } from './sentences.ts';

/** What a sentence may state beyond its citations. */
export interface Allowed {
	/** The records in focus, if `{focus}` cites them. */
	readonly focus: readonly string[];
	/** Years shown on the page beside the words: those of the step's frame, or of the whole period. */
	readonly years: readonly number[];
	/** Whether the block's `claims` cover these words. */
	readonly isClaimed?: boolean;
}

/** A date in the evidence, with the precision that the evidence has. */
interface Point {
	readonly year: number | null;
	readonly month: number | null;
	readonly day: number | null;
	/** Whether the record has it only as about, perhaps or between. */
	readonly isHedged: boolean;
}

const hedge =
	/\b(?:about|around|perhaps|probably|possibly|likely|apparently|between|by|or|from|until|to|before|after|early|late|mid|some time|take|took|seems?|guess)\b/i;
/** Phrases such as “the two” or “both” that refer to something already named and count nothing. */
const pointing = /\b(?:the|both|other) two$|\b(?:these|those) (?:two|three|four)$/i;
/** Not such a phrase: a noun that the data count follows. */
const counted =
	/^\s+(?:\w+\s)?(?:articles?|sources?|outlets?|newsrooms?|accounts?|questions?|answers?|events?|acts?|ties|contacts?|records?|quotations?|passages?|positions?)\b/i;
const thing = /^third[ -](?:part(?:y|ies)|countr(?:y|ies)|states?)\b|^first (?:name|of all|lady)\b/i;

/** Reports each date and number that the writer typed and that no evidence of the sentence has. */
export function reportNumbers(sentence: Sentence, allowed: Allowed, judging: Judging, report: CopyReporter): void {
	const { text, letters, marks } = sentence;
	const cited = [...sentence.cites, ...(marks.some(({ type }) => type === 'focus') ? allowed.focus : [])];
	const isFree = allowed.isClaimed === true;
	if (isFree && cited.length === 0) return;
	const evidence = cited.map((id) => ({ id, ...judging.data.evidence(id) }));
	const points = evidence.flatMap(pointsOf);
	const mine = computed(sentence, judging);
	const numbers = new Set([
		...mine,
		...evidence.flatMap(numbersOf),
		...(allowed.focus.length > 0 && cited.length > sentence.cites.length ? [allowed.focus.length] : []),
	]);
	const years = new Set([
		...mine,
		...allowed.years,
		...evidence.flatMap(({ published }) =>
			published.flatMap((edtf) => pointsIn(edtf).flatMap(({ year }) => year ?? [])),
		),
	]);
	if (!isFree) {
		reportWeekdays(sentence, evidence, points, report);
		reportRound(sentence, evidence, report);
	}
	for (const mention of mentionsIn(text)) {
		if (!letters.slice(mention.index, mention.index + mention.words.length).some(({ isTyped }) => isTyped)) continue;
		const at = spotOf(sentence, mention.index);
		if (mention.type === 'number') {
			// Digits that the writer typed are always reported.
			if (/^\d/.test(mention.words) || isFree || numbers.has(mention.value) || isNamed(text, mention)) continue;
			report(
				at,
				'copy-number-unfounded',
				`${quoted(mention.words)} is ${nowhere(cited)}; print it from the data, as in {sources} or {ties cut=2014}, or write {own: <check>}`,
			);
			continue;
		}
		const found = points
			.filter((point) => supports(point, mention, points, years))
			.map((point) => withYear(point, mention, points, years));
		if (found.length === 0 && !isOnPage(mention, new Set([...mine, ...allowed.years])))
			report(
				at,
				'copy-number-unfounded',
				`${quoted(mention.words)} is ${nowhere(cited, 'no date of')}${datesOf(evidence)}; ${cited.length === 0 ? 'print it from the data, as in {first-year} or {last-year}, or cite a record that says this' : 'write what the record says, or cite the one that says this'}`,
			);
		else if (found.length > 0 && found.every(({ isHedged }) => isHedged) && !hedge.test(text))
			report(
				at,
				'copy-date-unhedged',
				`the record's date is approximate, uncertain or a range${datesOf(evidence)}, and ${quoted(mention.words)} is exact; write “about”, “perhaps”, “between … and …” or “by”`,
			);
	}
}

const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const weekday = new RegExp(`\\b(?:${WEEKDAYS.join('|')})\\b`, 'g');

/** Reports each day of the week that is in no passage and does not belong to a cited day. */
function reportWeekdays(
	sentence: Sentence,
	evidence: readonly (Evidence & { readonly id: string })[],
	points: readonly Point[],
	report: CopyReporter,
): void {
	const days = points.flatMap(({ year, month, day }) =>
		year === null || month === null || day === null
			? []
			: WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()],
	);
	for (const { index, 0: word } of sentence.text.matchAll(weekday)) {
		if (days.includes(word) || evidence.some(({ passages }) => passages.some((passage) => passage.includes(word))))
			continue;
		const message = `${quoted(word)} is ${nowhere(evidence.map(({ id }) => id))}${datesOf(evidence)}; write the day that the record has, or none`;
		report(spotOf(sentence, index), 'copy-number-unfounded', message);
	}
}

/** Reports numbers without a value, such as “dozens” or “thousands”, that are in no passage. */
function reportRound(
	sentence: Sentence,
	evidence: readonly (Evidence & { readonly id: string })[],
	report: CopyReporter,
): void {
	for (const { index, 0: word } of sentence.text.matchAll(/\b(?:dozens|hundreds|thousands|[mb]illions)\b/gi)) {
		const isSaid = evidence.some(({ passages }) =>
			passages.some((each) => each.toLowerCase().includes(word.toLowerCase())),
		);
		if (isSaid) continue;
		const message = `${quoted(word)} is ${nowhere(evidence.map(({ id }) => id))}; write the number that the record has`;
		report(spotOf(sentence, index), 'copy-number-unfounded', message);
	}
}

function nowhere(cited: readonly string[], among = 'in no date and no passage of'): string {
	return cited.length === 0
		? 'supported by nothing that this sentence cites'
		: `${among} ${cited.slice(0, 4).join(', ')}`;
}

function datesOf(evidence: readonly (Evidence & { readonly id: string })[]): string {
	const dateWords = evidence.flatMap(({ id, dates }) =>
		dates.length === 0 ? [] : `${id} has ${dates.map(({ words }) => words).join(', ')}`,
	);
	return dateWords.length === 0 ? '' : ` (${dateWords.slice(0, 4).join('; ')})`;
}

/** The numbers and years of the sentence's counts and checks. */
function computed({ marks }: Sentence, judging: Judging): number[] {
	return marks.flatMap((mark) => {
		if (mark.type === 'number') return [mark.value, ...yearsIn(mark.text)];
		if (mark.type !== 'own') return [];
		return checksOf(mark).flatMap(({ text }) => {
			const verdict = judgeCheck(text, judging);
			return 'fault' in verdict ? [] : verdict.value.numbers;
		});
	});
}

/** Dates of a record and its passages. A passage may tell of other years, too: it gives none to a record with a date. */
function pointsOf({ dates, passages }: Evidence): Point[] {
	return [
		...dates.flatMap(({ edtf }) => pointsIn(edtf)),
		...passages.flatMap((passage) =>
			mentionsIn(passage).flatMap((one) =>
				one.type === 'date' && (one.year === null || dates.length === 0) ? [{ ...one, isHedged: false }] : [],
			),
		),
	];
}

/** The days, months and years in an EDTF text. */
function pointsIn(edtf: string): Point[] {
	const isHedged = /[~?%[/]/.test(edtf);
	return [...edtf.replace(/[~?%]/g, '').matchAll(/(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/g)].map(([, year, month, day]) => ({
		year: Number(year),
		month: month === undefined ? null : Number(month),
		day: day === undefined ? null : Number(day),
		isHedged,
	}));
}

/** Whether a date is at least as precise as the mention and agrees with it; a missing year may come from another date. */
function supports(point: Point, mention: DateMention, points: readonly Point[], years: ReadonlySet<number>): boolean {
	const { year, toYear, month, day } = mention;
	if (day !== null && point.day !== day) return false;
	if (month !== null && point.month !== month) return false;
	if (year === null || toYear === null) return true;
	if (year !== toYear)
		return (
			point.year !== null &&
			point.year >= year &&
			point.year <= toYear &&
			(toYear - year === 9 || [year, toYear].every((end) => points.some((other) => other.year === end)))
		);
	if (point.year !== null) return point.year === year;
	return month !== null && (years.has(year) || points.some((other) => other.year === year));
}

/** A date that takes its year from another is as certain as that one. */
function withYear(point: Point, { year }: DateMention, points: readonly Point[], years: ReadonlySet<number>): Point {
	if (point.year !== null || year === null || years.has(year)) return point;
	return { ...point, isHedged: points.filter((other) => other.year === year).every(({ isHedged }) => isHedged) };
}

function isOnPage({ year, toYear, month }: DateMention, years: ReadonlySet<number>): boolean {
	return month === null && year !== null && toYear !== null && years.has(year) && years.has(toYear);
}

function numbersOf({ passages, value }: Evidence): number[] {
	const numbers = passages.flatMap((passage) =>
		mentionsIn(passage).flatMap((one) => (one.type === 'number' ? one.value : [])),
	);
	return value === null ? numbers : [...numbers, value];
}

/** Number words that count nothing: a lone “one”, “the two”, “third party”; but “only one” counts. */
function isNamed(text: string, { index, words, ...mention }: Mention): boolean {
	const before = text.slice(0, index);
	if (mention.type === 'number' && mention.value === 1 && !mention.isOrdinal)
		return !/\b(?:only|just|exactly)\s+$/i.test(before);
	return (
		thing.test(text.slice(index)) ||
		(pointing.test(before + words) && !counted.test(text.slice(index + words.length))) ||
		(/^first$/i.test(words) && /\bat\s+$/i.test(before))
	);
}
