/** From a score to a position across: conflict left of the line, cooperation right of it. Percent of the width. */
import { scaleLinear } from 'd3';
import { signed } from '#lib/model/numbers.ts';
import type { ScoredEvent } from './describe.ts';

/** The share of the width for bars; the rest is for words. */
const SPAN = 36;

/** Reference acts for the axis: a code, and what it is in plain words. In order of preference. */
const WORDS: readonly (readonly [code: string, words: string])[] = [
	['190', 'armed force'],
	['163', 'sanctions'],
	['044', 'summit talk'],
];

export interface Anchor {
	readonly x: number;
	readonly words: string;
	readonly score: string;
	/** Its line of words, so that neighbours do not collide. */
	readonly line: number;
}

export interface Scale {
	readonly at: (score: number) => number;
	readonly zero: number;
	readonly anchors: readonly Anchor[];
}

/** A scale from the worst to the best score of these events, and what stands on it. */
export function scoreScale(events: readonly ScoredEvent[]): Scale {
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
			...{ x: place(score), words, line: index % 2 },
			score: signed(score).replace('.0', ''),
		}));
	return { at: (score) => place(score), zero: place(0), anchors };
}
