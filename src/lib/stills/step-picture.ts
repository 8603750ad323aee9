/** The picture of one step: an image file for where no script puts the chart into that state. */
import type { Step } from '#lib/model/copy.ts';
import { fluidDrawing } from './drawing.ts';
import { FACES } from './lines.ts';
import type { PictureInput } from './picture.ts';
import { token, theme } from './theme.ts';
import { escapeMarkup } from '#lib/model/text.ts';

/** Width in pixels of the narrowest column, on a phone 320 pixels wide. */
const LEAST = 310;

export interface StepPicture {
	readonly svg: string;
	/** Pixels in the narrowest column; the height is the same in wider ones. */
	readonly width: number;
	readonly height: number;
}

/** Takes the tokens of the light theme; styles in the file switch to dark colours. Throws for a step without a chart. */
export function stepPicture(step: Step, { geometries, tokens }: PictureInput): StepPicture {
	if (!step.chart) throw new Error(`${step.id} has no chart to draw`);
	const { markup, width, height } = fluidDrawing(step.chart, geometries, step, tokens, LEAST);
	const size = `width="100%" height="${String(Math.ceil(height))}"`;
	const paper = `<rect width="100%" height="100%" fill="${token(tokens, '--paper')}"/>`;
	const drawn = (paper + markup).replaceAll(`font-family="${token(tokens, '--sans')}"`, `font-family="${FACES}"`);
	const words = `<title>${escapeMarkup(step.heading)}</title>\n<desc>${escapeMarkup(step.description)}</desc>`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img">\n${words}\n<style>${inDark(drawn)}</style>${drawn}</svg>\n`;
	return { svg, width, height: Math.ceil(height) };
}

/** Styles that replace each drawn colour with its value in the dark theme, where the reader or the page prefers dark. */
function inDark(drawn: string): string {
	const dark = theme('dark');
	const darkValues = new Map<string, string>();
	for (const [name, light] of theme('light')) {
		const other = dark.get(name) ?? light;
		if (!light.startsWith('#') || !drawn.includes(`"${light}"`)) continue;
		if ((darkValues.get(light) ?? other) !== other)
			throw new Error(`${name} shares ${light} with a token that is another in the dark`);
		darkValues.set(light, other);
	}
	const rules = [...darkValues].flatMap(([light, other]) =>
		['fill', 'stroke'].map((paint) => `[${paint}="${light}"]{${paint}:${other}}`),
	);
	return `@media (prefers-color-scheme:dark){${rules.join('')}}`;
}
