/** Pictures of whole charts, with the title, credit and sources that must travel with them. All lengths are pixels. */
import type { StepState } from '#lib/model/chart.ts';
import type { ChartId } from '#lib/model/charts.ts';
import { chartCopy } from '#lib/model/chart-copy.ts';
import type { Story } from '#lib/model/story.ts';
import { stepsOf, type Geometries } from '#lib/story/charts.ts';
import { drawing, type Drawn } from './drawing.ts';
import { documentOf, paragraph, placed, stacked, type Picture } from './parts.ts';
import { token, type Tokens } from './theme.ts';
import type { Font } from './type.ts';

/** The input of pictures. */
export interface PictureInput {
	readonly story: Story;
	readonly geometries: Geometries;
	readonly tokens: Tokens;
}

const EDGE = 24;
const TITLE: Font = { family: 'sans', weight: 700, size: 22 };
const SMALL: Font = { family: 'sans', weight: 400, size: 13 };

/** The state that shows the whole chart: that of its first step. */
export function wholeState(story: Story, chart: ChartId): StepState {
	return stepsOf(story, chart)[0] ?? { id: chart, frame: 'all', focus: [] };
}

/** The sources without URLs, because a picture has no links. */
export const sourceLine = ({ sources }: Story): string => `Sources: ${sources.map(({ label }) => label).join(', ')}`;

/** How to read a chart, without sentences about controls, which only pages have. */
const stillHow = (how: string): string =>
	how
		.split(/(?<=\.) /)
		.filter((sentence) => !sentence.startsWith('Choose '))
		.join(' ');

/** Title, drawing, credit and sources, stacked, at any width; `how` adds how to read it. */
function column(chart: ChartId, { story, geometries, tokens }: PictureInput, how: boolean): (width: number) => Drawn {
	const copy = chartCopy(story.copy, chart);
	const draw = drawing(chart, geometries, wholeState(story, chart), tokens);
	return (width) => {
		const small = (text: string): Drawn => paragraph(text, SMALL, 17, width, token(tokens, '--ink-soft'));
		return stacked(
			[
				[0, paragraph(copy.title, TITLE, 26, width, token(tokens, '--ink'))],
				...(how ? [[6, small(stillHow(copy.how))] as const] : []),
				[16, draw(width)],
				[16, small(copy.credit)],
				[2, small(sourceLine(story))],
				[2, small(`From “${story.copy.title}”`)],
			],
			width,
		);
	};
}

/** A chart for a column of text, `width` wide and as high as it needs. */
export function columnPicture(chart: ChartId, input: PictureInput, width: number): Picture {
	const drawn = column(chart, input, true)(width - 2 * EDGE);
	return documentOf(placed(EDGE, EDGE - 4, drawn), width, Math.ceil(drawn.height + 2 * EDGE - 4), input.tokens);
}

/** A chart in the smallest square that contains it, so that its text is as large as possible. */
export function squarePicture(chart: ChartId, input: PictureInput): Picture {
	const draw = column(chart, input, false);
	for (let size = 480; ; size += 10) {
		const inner = size - 2 * EDGE;
		const drawn = draw(inner);
		if (drawn.height > inner) continue;
		return documentOf(placed(EDGE, EDGE + (inner - drawn.height) / 2, drawn), size, size, input.tokens);
	}
}
