/** The position of each act's row, from the top, in every frame. Pixels. */
import { group, sum } from 'd3';
import type { Era, Id } from '#lib/model/records.ts';
import type { ScoredEvent } from './describe.ts';

export interface Row {
	readonly y: number;
	readonly height: number;
}

/** The rows of an era, or of all. */
export interface Block {
	readonly era: Era;
	readonly top: number;
	readonly bottom: number;
	readonly rows: ReadonlyMap<Id, Row>;
}

interface Frame {
	/** `all`, or the id of its one era. */
	readonly id: string;
	readonly blocks: readonly Block[];
}

/** The height of a row in the frame `all`; and the smallest and largest of a row with words. */
const THIN = 4.5;
const [LEAST, MOST] = [12.8, 32];
/** The gap between two eras; and the smallest height of one, for two lines of words. */
const GAP = 8;
const TWO_LINES = 28;

/** The acts of each era, the most cooperative first: within an era the articles seldom give an order in time. */
export function inOrder(events: readonly ScoredEvent[], eras: readonly Era[]): ScoredEvent[] {
	const byEra = group(events, (event) => event.era);
	return eras.flatMap(({ id }) => (byEra.get(id) ?? []).toSorted((a, b) => b.cameo.goldstein - a.cameo.goldstein));
}

/** All frames, `all` first, with one common height from `top` on. Expects events in the order of `inOrder`. */
export function frames(events: readonly ScoredEvent[], eras: readonly Era[], top: number) {
	const own = new Map(eras.map((era) => [era, events.filter((event) => event.era === era.id)]));
	const counts = [...own.values()].map(({ length }) => length);
	const high = eras.map((_, index) => Math.max(TWO_LINES, (counts[index] ?? 0) * THIN));
	const room = Math.max(sum(high) + GAP * (eras.length - 1), LEAST * Math.max(1, ...counts));
	const whole = eras.map((era, index) => {
		const y = top + sum(high.slice(0, index)) + GAP * index;
		return block(era, own.get(era) ?? [], y, THIN, y + (high[index] ?? 0));
	});
	const alone = eras.map((era) => {
		const acts = own.get(era) ?? [];
		// In half pixels: shorter numbers in the page.
		const pitch = Math.min(MOST, Math.floor((room * 2) / Math.max(1, acts.length)) / 2);
		return { id: era.id, blocks: [block(era, acts, top, pitch, top + acts.length * pitch)] };
	});
	return { frames: [{ id: 'all', blocks: whole }, ...alone] satisfies Frame[], bottom: top + room };
}

function block(era: Era, acts: readonly ScoredEvent[], top: number, pitch: number, bottom: number): Block {
	const rows = new Map(acts.map(({ id }, index) => [id, { y: top + index * pitch, height: pitch }]));
	return { era, top, bottom, rows };
}

export const NARROW = 284;
export const PHONE = 310;

/** Pixels from a bar to its words, and round a number of articles. */
export const BESIDE = 6;
export const NUMBER = 22;
