/** Where everything on the relations chart stands, in every frame. Across in percent of the width, up and down in pixels. */
import { rollup } from 'd3';
import { placeCaptions } from '#lib/geometry/captions.ts';
import { textWidth } from '#lib/geometry/text-width.ts';
import type { StepState } from '#lib/model/chart.ts';
import type { EventStatus, Id } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { markName, scoredEvents, type ScoredEvent } from './describe.ts';
import { NARROW, panelAlone, panelsAbreast, type Panel } from './panels.ts';
import { scene, strip, type Scene, type StripPart } from './scenes.ts';
import { isUp, placeStems, type Spot } from './stems.ts';

export type RelationsSlice = Pick<Story, 'events' | 'eras' | 'sources'>;

export interface MarkPlace {
	readonly id: Id;
	readonly name: string;
	readonly tone: 'cooperation' | 'conflict' | 'neutral';
	readonly status: EventStatus;
	/** Whether it is an act towards somebody other than the two states. */
	readonly third: boolean;
	/** Whether one source alone reports it. */
	readonly single: boolean;
	/** Of the tip, below the line; negative above. */
	readonly tip: number;
	/** One a frame, in their order; null where the frame does not hold it. */
	readonly spots: readonly (Spot | null)[];
}

export interface LabelPlace {
	readonly id: Id;
	readonly text: string;
	readonly x: number;
	/** Pixels from `x` to the text's left edge. */
	readonly dx: number;
	/** Of the text's baseline, and of the leader's ends. */
	readonly y: number;
	readonly from: number;
	readonly to: number;
}

export interface RelationsGeometry {
	readonly height: number;
	/** `all`, then each era's id. */
	readonly frames: readonly string[];
	/** Of the line between cooperation and conflict. */
	readonly zero: number;
	readonly grid: readonly { readonly y: number; readonly score: number }[];
	/** The first year of all and the last. */
	readonly span: { readonly from: string; readonly to: string };
	/** Baselines of the words in the corners. */
	readonly corners: { readonly up: number; readonly down: number };
	/** Of the axis, of the rows of text below it, and of the strip's upper edge and its text. */
	readonly axis: number;
	readonly rows: readonly number[];
	readonly strip: {
		readonly y: number;
		readonly height: number;
		readonly text: number;
		readonly parts: readonly StripPart[];
	};
	readonly marks: readonly MarkPlace[];
	readonly scenes: Readonly<Record<string, Scene>>;
	readonly labels: Readonly<Record<Id, readonly LabelPlace[]>>;
	/** Pixels a point of the score. */
	readonly unit: number;
}

export const CORNERS = { up: '↑ cooperation', down: '↓ conflict' };

const UNIT = 10;
const LINE = 14;
const ROWS = 3;
const BAND = ROWS * LINE;
const HEAD = 4;
/** Pixels between two stems on a side at the narrowest plot: panels abreast, and one alone. */
const GAPS = { abreast: 5.5, alone: 10 };

/** Places every mark, panel, tick, mean and label for every frame and step. */
export function relationsGeometry(slice: RelationsSlice, steps: readonly StepState[]): RelationsGeometry {
	const events = scoredEvents(slice.events);
	const scores = events.map((event) => event.cameo.goldstein);
	const [high, low] = [evenUp(Math.max(2, ...scores)), evenUp(Math.max(2, ...scores.map((score) => -score)))];
	const zero = BAND + high * UNIT;
	const bottom = zero + low * UNIT;
	const axis = bottom + BAND + 2;
	const stripTop = axis + LINE * 3 + 14;

	const parts = strip(slice.eras);
	const views = frameViews(slice, events);
	const marks = events.map((event) => markPlace(event, slice, views));
	const band = { top: BAND, bottom };
	return {
		...{ zero, axis, unit: UNIT, height: stripTop + 6 + LINE, frames: views.map(({ frame }) => frame) },
		grid: [high, high / 2, -low / 2, -low].map((score) => ({ score, y: zero - score * UNIT })),
		span: { from: slice.eras[0]?.from.slice(0, 4) ?? '', to: slice.eras.at(-1)?.to.slice(0, 4) ?? '' },
		corners: { up: 11, down: bottom + BAND - 3 },
		rows: [axis + 15, axis + 15 + LINE, axis + 15 + 2 * LINE],
		strip: { y: stripTop, height: 5, text: stripTop + 17, parts },
		marks,
		scenes: Object.fromEntries(views.map(({ frame, panels }) => [frame, scene(panels, parts)])),
		labels: Object.fromEntries(
			steps.map((step) => [
				step.id,
				labels(
					step,
					events,
					marks,
					views.findIndex(({ frame }) => frame === step.frame),
					zero,
					band,
				),
			]),
		),
	};
}

interface View {
	readonly frame: string;
	readonly panels: readonly Panel[];
	readonly spots: ReadonlyMap<Id, Spot>;
}

function frameViews({ eras }: RelationsSlice, events: readonly ScoredEvent[]): View[] {
	const crowd = rollup(
		events,
		(each) => Math.max(each.filter(isUp).length, each.filter((e) => !isUp(e)).length),
		(e) => e.era,
	);
	const abreast = panelsAbreast(eras, crowd);
	return [
		{ frame: 'all', panels: abreast, spots: placeStems(events, abreast, GAPS.abreast) },
		...eras.map((era) => {
			const panels = [panelAlone(era)];
			return { frame: era.id, panels, spots: placeStems(events, panels, GAPS.alone) };
		}),
	];
}

function markPlace(event: ScoredEvent, slice: RelationsSlice, views: readonly View[]): MarkPlace {
	const score = event.cameo.goldstein;
	return {
		id: event.id,
		name: markName(event, slice),
		tone: score > 0 ? 'cooperation' : score < 0 ? 'conflict' : 'neutral',
		status: event.status,
		third: event.dyad === 'third-party',
		single: event.sources.length < 2,
		tip: -score * UNIT,
		spots: views.map(({ spots }) => spots.get(event.id) ?? null),
	};
}

/** Labels for what a step points at; where not all fit, the last in focus go without. */
function labels(
	step: StepState,
	events: readonly ScoredEvent[],
	marks: readonly MarkPlace[],
	frame: number,
	zero: number,
	band: { readonly top: number; readonly bottom: number },
): LabelPlace[] {
	const wanted = step.focus.flatMap((id) => {
		const index = events.findIndex((event) => event.id === id);
		const [event, mark] = [events[index], marks[index]];
		const spot = mark?.spots[frame];
		return event && mark && spot ? { id, text: event.short, x: spot.x, tip: mark.tip, up: isUp(event) } : [];
	});
	return [true, false].flatMap((up) => {
		const side = wanted.filter((each) => each.up === up);
		const room = { width: NARROW, rows: ROWS, corner: textWidth(up ? CORNERS.up : CORNERS.down) + 8 };
		for (let count = side.length; count > 0; count -= 1) {
			const kept = side.slice(0, count);
			const places = placeCaptions(
				kept.map(({ x, text }) => ({ x: x / 100, width: textWidth(text) })),
				room,
			);
			if (places)
				return kept.map(({ id, text, x, tip }, index) => {
					const { dx, row } = places[index] ?? { dx: 0, row: 0 };
					const y = up ? band.top - 4 - row * LINE : band.bottom + 12 + row * LINE;
					const from = zero + tip + (up ? -HEAD - 2 : HEAD + 2);
					return { id, text, x, dx, y, from, to: up ? y + 3 : y - 10 };
				});
		}
		return [];
	});
}

function evenUp(score: number): number {
	return Math.ceil(score / 2) * 2;
}
