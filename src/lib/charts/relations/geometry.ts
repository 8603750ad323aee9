/** Positions on the relations chart in every frame. Across in percent of the width, up and down in pixels. */
import { NO_DATE } from '#lib/charts/dates.ts';
import { textWidth } from '#lib/geometry/text-width.ts';
import type { StepState } from '#lib/model/chart.ts';
import type { Id } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { pixels, when } from './format.ts';
import { markName, scoredEvents, type ScoredEvent } from './describe.ts';
import { change, extent, isThin, meanShort, meanWords, years } from './eras.ts';
import { landmarks, type Landmark } from './landmarks.ts';
import { BESIDE, NARROW, NUMBER, PHONE, frames as framesOf, inOrder, type Block, type Row } from './rows.ts';
import { scaleLinear } from 'd3';
import { signed } from '#lib/model/numbers.ts';

type RelationsSlice = Pick<Story, 'events' | 'eras' | 'sources' | 'subject'>;

export interface MarkPlace {
	readonly id: Id;
	readonly era: Id;
	readonly name: string;
	/** The label beside the bar, with a status if the bar does not show it. */
	readonly label: string;
	readonly when: string;
	readonly tone: 'cooperation' | 'conflict' | 'neutral';
	/** Whether it is between the two sides, and so counts in the mean. */
	readonly counted: boolean;
	/** Whether it is disputed or alleged. */
	readonly doubted: boolean;
	readonly sources: number;
	/** The bar, and where words begin beside it. */
	readonly x: number;
	readonly width: number;
	readonly words: number;
	/** Where `when` does not fit beside the label: on the narrowest plot only, or on a phone's as well. */
	readonly tight: 'narrow' | 'phone' | null;
	/** Whether its row in its own period has `when` below the label. */
	readonly tall: boolean;
	/** Pixels from the right edge to the middle of the number of articles, beside `when`. */
	readonly number: number;
	/** Whether its label is shown in the frame `all`: at every width, or on wide plots only. */
	readonly landmark: Landmark | null;
	/** One for each frame, in their order; null for frames without it. */
	readonly rows: readonly (Row | null)[];
}

/** What surrounds the bars of one era in one frame. */
interface Period {
	readonly id: Id;
	readonly top: number;
	readonly bottom: number;
	readonly years: string;
	readonly extent: string;
	/** Position of the mean of the acts between the two sides; null without any. */
	readonly mean: number | null;
	/** Position of the previous period's mean; null if there is none. */
	readonly before: number | null;
	readonly change: string;
	readonly thin: boolean;
	/** Pixels: the width of its line, by the number of acts. */
	readonly weight: number;
	readonly meanWords: string;
	/** Whether some of its acts have the number of articles beside them. */
	readonly numbered: boolean;
}

export interface RelationsGeometry {
	/** `all`, then each era's id. */
	readonly frames: readonly string[];
	readonly marks: readonly MarkPlace[];
	readonly periods: Readonly<Record<string, readonly Period[]>>;
	readonly whole: string;
	readonly zero: number;
	readonly anchors: readonly Anchor[];
	/** Of the rows, and of the whole drawing. */
	readonly top: number;
	readonly bottom: number;
	readonly height: number;
	/** Where the rows end in each frame. */
	readonly bottoms: readonly number[];
	readonly doubted: boolean;
}

/** Above the rows: the frame's name, two lines of anchors, the two directions. Below: the mean in words, the key. */
const [ABOVE, BELOW] = [68, 53];
/** The least height of a row with words on two lines. */
const TALL = 26;

/** Positions every act, period, mean and label for every frame. Steps only decide which acts are labelled in `all`. */
export function relationsGeometry(
	{ events: all, eras, sources, subject }: RelationsSlice,
	steps: readonly StepState[],
): RelationsGeometry {
	const inFocus = steps.flatMap(({ focus }) => focus);
	const events = inOrder(scoredEvents(all), eras);
	const scale = scoreScale(events);
	const { frames, bottom } = framesOf(events, eras, ABOVE);
	const periods = Object.fromEntries(
		frames.map(({ id, blocks }) => [
			id,
			blocks.map((block, index) => ({
				...period(block, scale, id === 'all', subject),
				...since(blocks[index - 1], block, scale),
				numbered: id !== 'all' && events.some((event) => event.sources.length > 1 && block.rows.has(event.id)),
			})),
		]),
	);
	const placed = events.map((event) => {
		const era = eras.find(({ id }) => id === event.era);
		const date = event.date.given ? when(event.date, era ?? { from: '', to: '' }) : NO_DATE;
		const mark = markPlace(event, date, scale, era?.between.mean ?? 0);
		// The words on the mark come first in its name, for speech input.
		const { date: dated } = event;
		const written = [
			mark.label,
			...(mark.sources > 1 ? [mark.sources] : []),
			dated.given ? mark.when : dated.words,
		].join(', ');
		const rows = frames.map(({ blocks }) => rowIn(blocks, event.id));
		return {
			...mark,
			...{ era: event.era, name: `${written}. ${markName(event, { sources, subject }, !dated.given)}` },
			...{ rows, tall: rows.some((row) => row !== null && row.height >= TALL) },
		};
	});
	const named = landmarks(placed, periods['all'] ?? [], inFocus);
	const marks = placed.map((mark) => ({ ...mark, landmark: named.get(mark.id) ?? null }));
	return {
		...{ frames: frames.map(({ id }) => id), marks, zero: scale.zero, anchors: scale.anchors },
		...{ top: ABOVE, bottom, height: bottom + BELOW },
		periods,
		whole: years({ from: eras[0]?.from ?? '', to: eras.at(-1)?.to ?? '' }),
		bottoms: frames.map(({ blocks }) => Math.max(...blocks.map((block) => block.bottom))),
		doubted: marks.some((mark) => mark.doubted),
	};
}

const rowIn = (blocks: readonly Block[], id: Id): Row | null =>
	blocks.map(({ rows }) => rows.get(id)).find(Boolean) ?? null;

/** Its words do not touch its bar, nor the mean of its period. */
function markPlace(event: ScoredEvent, date: string, { at, zero }: Scale, mean: number) {
	const { id, short, status, dyad, sources, cameo } = event;
	const end = at(cameo.goldstein);
	const words = Math.max(zero, end, at(mean));
	const doubted = status === 'disputed' || status === 'alleged';
	const label = status === 'asserted' || doubted ? short : `${short}, ${status}`;
	const number = sources.length > 1 ? NUMBER : 0;
	const taken = BESIDE + textWidth(label) + number + BESIDE + textWidth(date);
	const holds = (plot: number): boolean => (words / 100) * plot + taken <= plot;
	const tight: MarkPlace['tight'] = holds(NARROW) ? null : holds(PHONE) ? 'narrow' : 'phone';
	return {
		...{ id, label, when: date, words, tight, doubted },
		tone: cameo.goldstein > 0 ? 'cooperation' : cameo.goldstein < 0 ? 'conflict' : 'neutral',
		counted: dyad !== 'third-party',
		...{ sources: sources.length, number: textWidth(date) + NUMBER / 2 + 2 },
		...{ x: Math.min(zero, end), width: Math.abs(end - zero) },
	} as const;
}

function period(
	{ era, top, bottom, rows }: Block,
	{ at }: Scale,
	abreast: boolean,
	subject: Story['subject'],
): Omit<Period, 'numbered' | 'before' | 'change'> {
	return {
		...{ id: era.id, top, bottom, years: years(era), extent: extent(era, rows.size) },
		mean: era.between.mean === null ? null : at(era.between.mean),
		thin: isThin(era),
		weight: pixels(Math.sqrt(era.between.n) * 0.8),
		meanWords: abreast ? meanShort(era) : meanWords(era, subject),
	};
}

/** From the previous period's mean to this one's. */
function since(last: Block | undefined, { era }: Block, { at }: Scale): Pick<Period, 'before' | 'change'> {
	const [from, to] = [last?.era.between.mean ?? null, era.between.mean];
	return from === null || to === null ? { before: null, change: '' } : { before: at(from), change: change(from, to) };
}

/** The share of the width for bars; the rest is for words. */
const SPAN = 36;

/** Reference acts for the axis: a code, and what it is in plain words. In order of preference. */
const WORDS: readonly (readonly [code: string, words: string])[] = [
	['190', 'armed force'],
	['163', 'sanctions'],
	['044', 'summit talk'],
];

interface Anchor {
	readonly x: number;
	readonly words: string;
	readonly score: string;
	/** Its line of words: the first alone, so that numbers fit beside the words on a phone. */
	readonly line: number;
}

interface Scale {
	readonly at: (score: number) => number;
	readonly zero: number;
	readonly anchors: readonly Anchor[];
}

/** A scale from the worst to the best score of these events, and what stands on it. */
function scoreScale(events: readonly ScoredEvent[]): Scale {
	const scores = events.map((event) => event.cameo.goldstein);
	const place = scaleLinear()
		.domain([Math.min(-1, ...scores), Math.max(1, ...scores)])
		.range([0, SPAN]);
	const known = WORDS.flatMap(([code, words]) => {
		const found = events.find((event) => event.cameo.code === code);
		const score = found?.cameo.goldstein;
		return score === undefined ? [] : [{ score, words }];
	});
	const anchors = known
		.sort((a, b) => a.score - b.score)
		.map(({ score, words }, index) => ({
			...{ x: place(score), words, line: Math.min(index, 1) },
			score: signed(score).replace('.0', ''),
		}));
	return { at: (score) => place(score), zero: place(0), anchors };
}
