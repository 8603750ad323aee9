/** Which marks a step names on the chart, and where. */
import { descending } from 'd3';
import { placeCaptions, setting, type CaptionPlace, type Setting } from '#lib/geometry/captions.ts';
import { textWidth } from '#lib/geometry/text-width.ts';
import type { StepState } from '#lib/model/chart.ts';
import type { Id } from '#lib/model/records.ts';
import type { MarkPlace } from './geometry.ts';
import { CORNERS, LINE, ROWS, type Levels } from './levels.ts';
import { NARROW } from './panels.ts';

export interface LabelPlace extends Setting {
	readonly id: Id;
	readonly text: string;
	/** Percent of the width; its leader runs down or up from `from` to `to`. */
	readonly x: number;
	readonly from: number;
	readonly to: number;
	/** The text's baseline. */
	readonly y: number;
}

interface Wanted {
	readonly mark: MarkPlace;
	readonly x: number;
}

/** Pixels from a tip to where its leader begins. */
const HEAD = 7;
/** How many marks are named on a side where a step points at none. */
const LANDMARKS = 4;

/**
 * Labels for what a step points at in the frame with this index; where not all fit at the narrowest plot, the last go
 * without. Where it points at nothing: landmarks, one an era and side, those that most sources report first.
 */
export function labelPlaces(step: StepState, marks: readonly MarkPlace[], frame: number, levels: Levels): LabelPlace[] {
	const here = marks.flatMap((mark) => {
		const spot = mark.spots[frame];
		return spot ? [{ mark, x: spot.x }] : [];
	});
	const wanted = step.focus.length
		? step.focus.flatMap((id) => here.find(({ mark }) => mark.id === id) ?? [])
		: landmarks(here);
	return [true, false].flatMap((up) => {
		const side = wanted.filter(({ mark }) => mark.up === up);
		return fitting(side, up).map(({ mark, x, dx, row }) => {
			const y = up ? levels.labels.up - row * LINE : levels.labels.down + row * LINE;
			const from = levels.zero + mark.tip + (up ? -HEAD : HEAD);
			const ends = { from, to: up ? y + 3 : y - 10 };
			return { id: mark.id, text: mark.label, x, y, ...ends, ...setting(dx, textWidth(mark.label)) };
		});
	});
}

function fitting(wanted: readonly Wanted[], up: boolean): (Wanted & CaptionPlace)[] {
	const rows = up ? ROWS.up : ROWS.down;
	const room = { width: NARROW, rows, corner: textWidth(up ? CORNERS.up : CORNERS.down) + 8 };
	let kept: (Wanted & CaptionPlace)[] = [];
	for (const next of wanted) {
		const tried = [...kept, next];
		const captions = tried.map(({ mark, x }) => ({ x: x / 100, width: textWidth(mark.label) }));
		const places = placeCaptions(captions, room);
		if (places) kept = places.flatMap((place, index) => (tried[index] ? [{ ...tried[index], ...place }] : []));
	}
	return kept;
}

function landmarks(here: readonly Wanted[]): Wanted[] {
	const ranked = [...here].sort(
		(a, b) =>
			descending(a.mark.sources, b.mark.sources) || descending(Math.abs(a.mark.tip), Math.abs(b.mark.tip)) || a.x - b.x,
	);
	const first = ranked.filter(({ mark }, index) => {
		const same = (other: Wanted): boolean => other.mark.era === mark.era && other.mark.up === mark.up;
		return ranked.findIndex(same) === index;
	});
	return [true, false].flatMap((up) => first.filter(({ mark }) => mark.up === up).slice(0, LANDMARKS));
}
