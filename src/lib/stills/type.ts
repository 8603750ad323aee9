/** Measures text as the renderer of pictures sets it, and breaks lines. */
import { boundingBox } from './render.ts';
import { escapeMarkup } from '#lib/model/text.ts';

export interface Font {
	readonly family: 'sans' | 'serif';
	readonly weight: 400 | 600 | 700;
	/** Pixels. */
	readonly size: number;
}

const families = { sans: 'Source Sans 3', serif: 'Source Serif 4' };

/** One line of text, with the left end of its baseline at a position. */
export function line(text: string, { family, weight, size }: Font, x: number, y: number, fill: string): string {
	const font = `font-family="${families[family]}" font-weight="${weight}" font-size="${size}"`;
	return `<text x="${x}" y="${y}" ${font} fill="${fill}">${escapeMarkup(text)}</text>`;
}

/** Widths of lines in em, cached because the renderer is slow and the same lines recur in every theme, size and card. */
const known = new Map<string, number>();

/** The font size at which lines are measured, in pixels; widths are proportional to it. */
const MEASURED = 100;

/** Pixels from the left end of a line's baseline to the right edge of its ink. */
export function textWidth(text: string, font: Font): number {
	const set = line(text, { ...font, size: MEASURED }, 0, 0, '#000');
	const ems = known.get(set) ?? boundingBox(set).right / MEASURED;
	known.set(set, ems);
	return ems * font.size;
}

/** Breaks text at spaces into lines of at most `width` pixels, as few as possible, and of about the same length. */
export function wrapped(text: string, font: Font, width: number): string[] {
	const measure = (words: string): number => textWidth(words, font);
	const filled = (limit: number): string[] => {
		const lines: string[] = [];
		for (const word of text.split(' ')) {
			const longer = `${lines.at(-1) ?? ''} ${word}`;
			if (lines.length > 0 && measure(longer.trim()) <= limit) lines[lines.length - 1] = longer;
			else lines.push(word);
		}
		return lines.map((each) => each.trim());
	};
	const fewest = filled(width);
	let [narrow, wide] = [width / 2, width];
	while (wide - narrow > font.size / 4) {
		const middle = (narrow + wide) / 2;
		const lines = filled(middle);
		if (lines.length > fewest.length || lines.some((each) => measure(each) > middle)) narrow = middle;
		else wide = middle;
	}
	return filled(wide);
}
