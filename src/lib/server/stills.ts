import { chartCopy } from '#lib/model/chart-copy.ts';
import type { PictureSize } from '#lib/model/chart.ts';
import type { Still } from '#lib/stills/kept.ts';
import { releaseMemory } from '#lib/stills/render.ts';
import { cards, share, stepStill, still, stillFile, stillNames, type StillName } from '#lib/stills/stills.ts';
import { credited } from './credit.ts';
import { storyPage } from './story.ts';
import { sha256 } from '#lib/export/hash.ts';

/** Pictures are slow to draw and needed twice: at their address, and for the index. */
const drawn = new Map<string, Still>();

function once(name: string, draw: () => Still): Still {
	const made = drawn.get(name) ?? credited(draw());
	drawn.set(name, made);
	return made;
}

/** The picture of a chart at `/charts/<file>`. */
export const chartStill = (name: StillName): Still => once(stillFile(name), () => still(storyPage(), name));

/** Every picture of a chart by its file, `/charts/<file>`, also under the chart's former ids. */
export function stillFiles(): ReadonlyMap<string, StillName> {
	const story = storyPage();
	return new Map(
		stillNames(story).flatMap((name) =>
			[name.chart, ...chartCopy(story.copy, name.chart).formerly].map((chart) => [stillFile({ ...name, chart }), name]),
		),
	);
}

/** The picture at `/charts/<file>`; null if there is none. */
export function stillAt(file: string): Still | null {
	const name = stillFiles().get(file);
	return name ? chartStill(name) : null;
}

/** The ids of all cards, the story's own first. */
export const cardIds = (): string[] => [...cards(storyPage()).keys()];

/** The picture at `/share/<id>.png`; null if there is none. */
export function cardAt(id: string): Still | null {
	const words = cards(storyPage()).get(id);
	return words ? once(`share/${id}`, () => share(storyPage(), words)) : null;
}

const steps = () => storyPage().copy.chapters.flatMap((chapter) => chapter.steps);

/** The ids of the steps that have a picture. */
export const picturedSteps = (): string[] => steps().flatMap(({ id, chart }) => (chart ? [id] : []));

/** The names of all pictures of steps, former ones too. */
export const stepStills = (): string[] =>
	steps().flatMap(({ id, formerly, chart }) => (chart ? [id, ...formerly] : []));

/** The picture at `/steps/<id>.svg`; null if there is none. */
export function stepStillAt(id: string): Still | null {
	const step = steps().find((one) => [one.id, ...one.formerly].includes(id) && one.chart !== null);
	return step ? once(`steps/${step.id}`, () => stepStill(storyPage(), step)) : null;
}

/** The size of each step's picture, by the step's id. */
export const stepPictures = (): Readonly<Record<string, PictureSize>> =>
	Object.fromEntries(
		picturedSteps().flatMap((id) => {
			const still = stepStillAt(id);
			return still ? [[id, { width: still.width, height: still.height }]] : [];
		}),
	);

/** Draws every picture and yields to the event loop after each, so that no two are in memory at once. */
export async function drawAll(): Promise<void> {
	const all = [
		...stillNames(storyPage()).map((name) => () => chartStill(name)),
		...cardIds().map((id) => () => cardAt(id)),
		...picturedSteps().map((id) => () => stepStillAt(id)),
	];
	for (const draw of all) {
		draw();
		releaseMemory();
		await new Promise(setImmediate);
	}
}

/** The data about a file in an index. */
export const fileFacts = ({ type, bytes, width, height }: Still) => ({
	...{ type, width, height, bytes: bytes.length },
	sha256: sha256(bytes),
});
