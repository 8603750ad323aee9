/** Cards for sharing: a finding beside the chart that shows it. All lengths are pixels. */
import type { StepState } from '#lib/model/chart.ts';
import type { ChartId } from '#lib/model/charts.ts';
import { chartCopy } from '#lib/model/chart-copy.ts';
import { drawing, type Drawn } from './drawing.ts';
import { documentOf, heading, headingLines, paragraph, placed, stacked, type Picture } from './parts.ts';
import { sourceLine, type PictureInput } from './picture.ts';
import { token, type Tokens } from './theme.ts';
import { textWidth, type Font } from './type.ts';

/** The size that social networks and chat programs expect. */
export const CARD = { width: 1200, height: 630 };

/** What a card says and shows. */
export interface CardWords {
	/** The line above the finding; empty if the finding is the title of the story. */
	readonly kicker: string;
	readonly finding: string;
	readonly chart: ChartId;
	readonly state: StepState;
}

const EDGE = 48;
const WORDS = 390;
const GAP = 42;
const KICKER: Font = { family: 'sans', weight: 600, size: 20 };
const NOTE: Font = { family: 'sans', weight: 400, size: 18 };
/** Type sizes for the finding; the largest that fits is chosen. */
const SIZES = [60, 56, 52, 48, 44, 40, 36, 32];

/** A card with the largest type and drawing that fit. Throws if the text fits at no size. */
export function card(words: CardWords, input: PictureInput): Picture {
	const { geometries, tokens } = input;
	const { chart, state } = words;
	const height = CARD.height - 2 * EDGE;
	const x = EDGE + WORDS + GAP;
	const { zoom, drawn } = largest(drawing(chart, geometries, state, tokens), CARD.width - x - EDGE, height);
	const low = foot(chart, input);
	const high = head(words, tokens, height - low.height - GAP / 2);
	return documentOf(
		[
			placed(EDGE, EDGE - 4, high),
			placed(EDGE, CARD.height - EDGE - low.height + 4, low),
			placed(x, EDGE + (height - drawn.height * zoom) / 2, drawn, zoom),
		].join(''),
		...([CARD.width, CARD.height] as const),
		tokens,
	);
}

/** The credit and the sources. */
function foot(chart: ChartId, { story, tokens }: PictureInput): Drawn {
	const soft = token(tokens, '--ink-soft');
	return stacked(
		[
			[0, paragraph(chartCopy(story.copy, chart).credit, NOTE, 24, WORDS, soft)],
			[4, paragraph(sourceLine(story), NOTE, 24, WORDS, soft)],
		],
		WORDS,
	);
}

/** Kicker and finding in the largest type that fits the height, preferring one that leaves no word alone on a line. */
function head({ kicker, finding }: CardWords, tokens: Tokens, height: number): Drawn {
	const fonts = SIZES.map((size): Font => ({ family: 'serif', weight: 700, size }));
	const drawn = (font: Font): Drawn =>
		stacked(
			[
				...(kicker ? [[0, heading(kicker, KICKER, 25, WORDS, token(tokens, '--ink-soft'))] as const] : []),
				[kicker ? 14 : 0, heading(finding, font, Math.round(font.size * 1.08), WORDS, token(tokens, '--ink'))],
			],
			WORDS,
		);
	const fits = (font: Font): boolean => longest(finding, font) <= WORDS && drawn(font).height <= height;
	const best = fonts.find((font) => fits(font) && !leavesOneAlone(finding, font)) ?? fonts.find(fits);
	if (!best) throw new Error(`“${finding}” is too long for a card`);
	return drawn(best);
}

const widths = (text: string, font: Font): number[] =>
	headingLines(text, font, WORDS).map((each) => textWidth(each, font));

const longest = (text: string, font: Font): number => Math.max(...widths(text, font));

const leavesOneAlone = (text: string, font: Font): boolean =>
	Math.min(...widths(text, font)) < longest(text, font) * 0.35;

/** A drawing at the largest scale, up to twice, at which it fits. Expects wider drawings to be no higher. */
function largest(
	draw: (width: number) => Drawn,
	width: number,
	height: number,
): { readonly zoom: number; readonly drawn: Drawn } {
	for (let zoom = 2; ; zoom -= 0.05) {
		const drawn = draw(width / zoom);
		if (drawn.height * zoom <= height) return { zoom, drawn };
		const fitting = height / drawn.height;
		const wider = draw(width / fitting);
		if (wider.height === drawn.height) return { zoom: fitting, drawn: wider };
	}
}
