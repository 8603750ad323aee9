/** Where everything on the relations chart stands, in every frame. Across in percent of the width, up and down in pixels. */
import { rollup } from 'd3';
import type { StepState } from '#lib/model/chart.ts';
import type { EventStatus, Id } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { markName, scoredEvents, type ScoredEvent } from './describe.ts';
import { byTelling, labelPlaces, type LabelPlace } from './labels.ts';
import { levels, type Levels } from './levels.ts';
import { meanLabel, type MeanLabel } from './means.ts';
import { furniture, stem, whisker } from './obstacles.ts';
import { panelAlone, panelsAbreast, type Panel } from './panels.ts';
import { scene, strip, type Scene, type Strip } from './scenes.ts';
import { isUp, placeStems, type Spot } from './stems.ts';

export type RelationsSlice = Pick<Story, 'events' | 'eras' | 'sources'>;

export interface MarkPlace {
	readonly id: Id;
	readonly name: string;
	readonly label: string;
	readonly tone: 'cooperation' | 'conflict' | 'neutral';
	readonly status: EventStatus;
	/** Whether it is an act towards somebody other than the two states. */
	readonly third: boolean;
	/** How many sources report it. */
	readonly sources: number;
	readonly era: Id;
	/** Whether it stands above the line; and its tip, below the line, negative above. */
	readonly up: boolean;
	readonly tip: number;
	/** One a frame, in their order; null where the frame does not hold it. */
	readonly spots: readonly (Spot | null)[];
}

export interface RelationsGeometry extends Levels {
	/** `all`, then each era's id. */
	readonly frames: readonly string[];
	readonly marks: readonly MarkPlace[];
	readonly scenes: Readonly<Record<string, Scene>>;
	/** The name of each frame's mean, where a panel stands alone. */
	readonly means: Readonly<Record<string, MeanLabel | null>>;
	readonly whole: Strip;
	readonly named: Readonly<Record<Id, readonly LabelPlace[]>>;
}

/** Pixels between two stems on a side at the narrowest plot: panels abreast, and one alone. */
const GAPS = { abreast: 5.5, alone: 7.5 };

/** Places every mark, panel, tick, mean and label for every frame and step. */
export function relationsGeometry(slice: RelationsSlice, steps: readonly StepState[]): RelationsGeometry {
	const events = scoredEvents(slice.events);
	const scores = events.map((event) => event.cameo.goldstein);
	const heights = levels(Math.min(0, ...scores), Math.max(0, ...scores));
	const whole = strip(slice.eras);
	const views = frameViews(slice, inToldOrder(events, steps));
	const marks = events.map((event) => markPlace(event, slice, views, heights.unit));
	const frames = views.map(({ frame }) => frame);
	const scenes = views.map(({ panels }) => scene(panels, whole));
	const means = scenes.map((each, index) => frameMean(each, marks, index, heights));
	const telling = byTelling(marks, steps);
	const labels = steps.map((step): [Id, LabelPlace[]] => {
		const frame = Math.max(0, frames.indexOf(step.frame));
		const mean = means[frame];
		const [around] = scenes.slice(frame);
		if (!around) return [step.id, []];
		const shut = [...furniture(around, heights), ...(mean ? [mean.taken] : [])];
		return [step.id, labelPlaces(step, { marks, frame, levels: heights, telling, shut })];
	});
	return {
		...heights,
		...{ frames, marks, whole },
		scenes: Object.fromEntries(frames.flatMap((frame, index) => (scenes[index] ? [[frame, scenes[index]]] : []))),
		means: Object.fromEntries(frames.map((frame, index) => [frame, means[index] ?? null])),
		named: Object.fromEntries(labels),
	};
}

function frameMean(around: Scene, marks: readonly MarkPlace[], frame: number, heights: Levels): MeanLabel | null {
	const here = marks.flatMap((mark) => (mark.spots[frame] ? [{ mark, spot: mark.spots[frame] }] : []));
	const stems = here.flatMap(({ mark, spot }) => [...stem(mark, spot, heights), ...whisker(mark, spot, heights)]);
	const shut = [...stems, ...furniture({ ...around, panels: [] }, heights)];
	return meanLabel(
		around,
		here.map(({ spot }) => spot.x),
		shut,
		heights,
	);
}

/** What may have happened on the same days stands in the order in which the steps tell of it, the untold after. */
function inToldOrder(events: readonly ScoredEvent[], steps: readonly StepState[]): ScoredEvent[] {
	const told = steps.flatMap((step) => step.focus);
	const rank = ({ id }: ScoredEvent): number => (told.includes(id) ? told.indexOf(id) : told.length);
	return [...events].sort((a, b) => rank(a) - rank(b));
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

function markPlace(event: ScoredEvent, slice: RelationsSlice, views: readonly View[], unit: number): MarkPlace {
	const score = event.cameo.goldstein;
	return {
		id: event.id,
		name: markName(event, slice),
		tone: score > 0 ? 'cooperation' : score < 0 ? 'conflict' : 'neutral',
		status: event.status,
		third: event.dyad === 'third-party',
		...{ label: event.short, sources: event.sources.length, era: event.era, up: isUp(event), tip: -score * unit },
		spots: views.map(({ spots }) => spots.get(event.id) ?? null),
	};
}
