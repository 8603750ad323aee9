/** All still pictures of the site: URL and bytes. */
import type { PictureSize } from '#lib/model/chart.ts';
import type { ChartId } from '#lib/model/charts.ts';
import { chartCopy, chartsOf } from '#lib/model/chart-copy.ts';
import type { Step } from '#lib/model/copy.ts';
import type { Story } from '#lib/model/story.ts';
import { geometries, type Geometries } from '#lib/story/charts.ts';
import { withText } from './as-text.ts';
import { card, CARD, type CardWords } from './card.ts';
import { kept, type Still } from './kept.ts';
import type { Picture } from './parts.ts';
import { columnPicture, sourceLine, squarePicture, wholeState, type PictureInput } from './picture.ts';
import { outlined, raster } from './render.ts';
import { stepPicture } from './step-picture.ts';
import { theme, type Theme } from './theme.ts';
import { escapeMarkup } from '#lib/model/text.ts';

export type StillSize = 'column' | 'double' | 'square';

/** A picture of a whole chart: in pixels, or as SVG, outlined (`null`) or with its words as text. */
export interface StillName {
	readonly chart: ChartId;
	readonly theme: Theme;
	readonly size: StillSize | 'text' | null;
}

/** Width of a column in pixels; PNGs have two and four times as many. */
const COLUMN = 600;
const SQUARE = 1200;

const themes: readonly Theme[] = ['light', 'dark'];
const sizes: readonly StillName['size'][] = [null, 'text', 'column', 'double', 'square'];
const endings = { text: '.text.svg', column: '.png', double: '@2x.png', square: '.square.png' };

/** The file name of a picture, below `/charts/`. */
export const stillFile = ({ chart, theme, size }: Omit<StillName, 'chart'> & { readonly chart: string }): string =>
	`${chart}.${theme}${size === null ? '.svg' : endings[size]}`;

/** Every picture of the charts that a story has. */
export const stillNames = ({ copy }: Pick<Story, 'copy'>): readonly StillName[] =>
	chartsOf(copy).flatMap((chart) => themes.flatMap((theme) => sizes.map((size) => ({ chart, theme, size }))));

/** The id of the story's own card, beside those of its steps. */
export const OPENING = 'opening';

/** The id of the card of a chart. The ids of steps contain no full stop. */
export const chartCard = (chart: ChartId): string => `chart.${chart}`;

/** The common input of the pictures of a story, and those already drawn. */
interface Drawings {
	readonly geometries: Geometries;
	readonly columns: Map<string, Picture>;
}

const drawings = new WeakMap<Story, Drawings>();

function drawingsOf(story: Story): Drawings {
	const found = drawings.get(story) ?? { geometries: geometries(story), columns: new Map() };
	drawings.set(story, found);
	return found;
}

function inputOf(story: Story, name: Theme): PictureInput {
	return { story, geometries: drawingsOf(story).geometries, tokens: theme(name) };
}

/** A chart in a column; all files but the square are the same drawing. */
function columnOf(story: Story, chart: ChartId, name: Theme): Picture {
	const { columns } = drawingsOf(story);
	const key = `${chart}.${name}`;
	const picture = columns.get(key) ?? columnPicture(chart, inputOf(story, name), COLUMN);
	columns.set(key, picture);
	return picture;
}

/** The text of each card by the id in its URL, `/share/<id>.png`: of the story, each chart and each step, also under former ids of steps. */
export function cards(story: Story): ReadonlyMap<string, CardWords> {
	const { title, chapters } = story.copy;
	const [first] = chartsOf(story.copy);
	if (!first) throw new Error('A story without a chart has no card');
	const whole = { chart: first, state: wholeState(story, first) };
	const steps = chapters.flatMap((chapter) => chapter.steps);
	return new Map([
		[OPENING, { kicker: '', finding: title, ...whole }],
		...chartsOf(story.copy).map((chart): [string, CardWords] => [
			chartCard(chart),
			{ kicker: title, finding: chartCopy(story.copy, chart).title, chart, state: wholeState(story, chart) },
		]),
		...steps.flatMap((step) => {
			const words = {
				kicker: title,
				finding: step.heading,
				...(step.chart ? { chart: step.chart, state: step } : whole),
			};
			return [step.id, ...step.formerly].map((id): [string, CardWords] => [id, words]);
		}),
	]);
}

/** What every picture of a chart depends on, besides what it shows; as plain data. */
const basis = (story: Story, chart: ChartId): unknown => [
	...[chartCopy(story.copy, chart), sourceLine(story), story.copy.title],
	drawingsOf(story).geometries[chart],
];

/** The picture of a chart. */
export const still = (story: Story, name: StillName): Still =>
	kept([name, wholeState(story, name.chart), basis(story, name.chart)], () => drawnStill(story, name));

function drawnStill(story: Story, { chart, theme: name, size }: StillName): Still {
	const picture = size === 'square' ? squarePicture(chart, inputOf(story, name)) : columnOf(story, chart, name);
	const { title, description } = chartCopy(story.copy, chart);
	if (size === null) return vector(picture, outlined(picture.svg), title, description);
	if (size === 'text') return vector(picture, withText(picture), title, description);
	return pixels(picture, size === 'square' ? SQUARE / picture.width : size === 'double' ? 4 : 2);
}

/** The picture of a step, in both themes. Throws for a step without a chart. */
export function stepStill(story: Story, step: Step): Still {
	return kept([step, step.chart && basis(story, step.chart)], () => {
		const { svg, width, height } = stepPicture(step, inputOf(story, 'light'));
		return { type: 'image/svg+xml', bytes: new TextEncoder().encode(svg), width, height };
	});
}

/** A card for sharing, 1200 × 630. */
export const share = (story: Story, words: CardWords): Still =>
	kept([words, basis(story, words.chart)], () => pixels(card(words, inputOf(story, 'light')), 1));

/** Dimensions of the picture of a chart in pixels; equal in both themes. */
export function stillSize(story: Story, chart: ChartId, size: StillSize): PictureSize {
	if (size === 'square') return { width: SQUARE, height: SQUARE };
	const { width, height } = still(story, { chart, theme: 'light', size });
	return { width, height };
}

/** Dimensions of every card in pixels. */
export const shareSize = CARD;

function pixels(picture: Picture, zoom: number): Still {
	const [width, height] = [Math.round(picture.width * zoom), Math.round(picture.height * zoom)];
	return { type: 'image/png', bytes: raster(picture.svg, zoom), width, height };
}

/** With a title and a description for screen readers. */
function vector({ width, height }: Picture, svg: string, title: string, description: string): Still {
	const named = svg.replace(
		/<svg[^>]*>/,
		(root) =>
			`${root.replace('<svg', '<svg role="img"')}\n<title>${escapeMarkup(title)}</title>\n<desc>${escapeMarkup(description)}</desc>`,
	);
	return { type: 'image/svg+xml', bytes: new TextEncoder().encode(named), width, height };
}
