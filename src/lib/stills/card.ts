/** Cards for sharing: a finding beside the chart that bears it out. Pixels throughout. */
import type { StepState } from '#lib/model/chart.ts';
import type { ChartId } from '#lib/model/copy.ts';
import { drawing, key, type Drawn } from './drawing.ts';
import { documentOf, heading, paragraph, placed, stacked, type Picture } from './parts.ts';
import { sourceLine, type Material } from './picture.ts';
import { token } from './theme.ts';
import type { Font } from './type.ts';

/** The size that social networks and chat programs ask for. */
export const CARD = { width: 1200, height: 630 };

/** What a card says and shows. */
export interface CardWords {
	/** Over the finding, and empty where the finding is the story's own title. */
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
/** Of the finding: the largest at which the words find room. */
const SIZES = [60, 56, 52, 48, 44, 40, 36, 32];
const KEY_SCALE = 1.35;

/** A card in the largest type, and with the largest drawing, for which there is room. Throws for words without end. */
export function card({ kicker, finding, chart, state }: CardWords, material: Material): Picture {
	const { story, geometries, tokens } = material;
	const height = CARD.height - 2 * EDGE;
	const x = EDGE + WORDS + GAP;
	const { zoom, drawn } = largest(
		(width) => drawing(chart, geometries, state, tokens, width),
		CARD.width - x - EDGE,
		height,
	);
	const [ink, soft] = [token(tokens, '--ink'), token(tokens, '--ink-soft')];
	const signs = key(chart, story, tokens, WORDS / KEY_SCALE);
	const foot = stacked(
		[
			...(signs ? [[0, enlarged(signs, KEY_SCALE)] as const] : []),
			[signs ? 14 : 0, paragraph(story.copy.charts[chart].credit, NOTE, 24, WORDS, soft)],
			[4, paragraph(sourceLine(story), NOTE, 24, WORDS, soft)],
		],
		WORDS,
	);
	const heads = SIZES.map((size) =>
		stacked(
			[
				...(kicker ? [[0, heading(kicker, KICKER, 25, WORDS, soft)] as const] : []),
				[
					kicker ? 14 : 0,
					heading(finding, { family: 'serif', weight: 700, size }, Math.round(size * 1.08), WORDS, ink),
				],
			],
			WORDS,
		),
	);
	const head = heads.find((each) => each.height + GAP / 2 + foot.height <= height);
	if (!head) throw new Error(`“${finding}” is too long for a card`);
	return documentOf(
		[
			placed(EDGE, EDGE - 4, head),
			placed(EDGE, CARD.height - EDGE - foot.height + 4, foot),
			placed(x, EDGE + (height - drawn.height * zoom) / 2, drawn, zoom),
		].join(''),
		...([CARD.width, CARD.height] as const),
		tokens,
	);
}

const enlarged = (drawn: Drawn, scale: number): Drawn => ({
	...{ markup: placed(0, 0, drawn, scale), width: drawn.width * scale, height: drawn.height * scale },
});

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
