/**
 * The registry of charts, in the order of the story. How each is made: `lib/story/charts.ts`; what draws it:
 * `lib/story/drawings.ts`.
 */
import type { Kind } from './records.ts';

interface Entry {
	/** The kinds of record that a step can put in focus: they have marks, or belong to marks. */
	readonly points: readonly Kind[];
	/** The kinds of record in its data files, for their passages and the tables that hold them. */
	readonly kinds: readonly Kind[];
	readonly tables: readonly string[];
	/** Whether it has a frame for each era besides `all`. */
	readonly byEra: boolean;
	/** The keys inside its drawing, in words. */
	readonly keys: string;
	/**
	 * The height in pixels that an embed needs at most, with its header and its table closed: in a column of 320 pixels,
	 * at its tallest step. Compared with a browser by `tests/browser/embed/snippets.test.ts`.
	 */
	readonly reserved: number;
	/**
	 * The height in pixels that an embed needs at least in any column, with its header: no picture behind the frame may
	 * be higher.
	 */
	readonly least: number;
}

const MARKS = 'Keys: the arrows, Home and End lead from mark to mark. Enter opens the evidence, Escape leaves.';
const NETWORK =
	'Keys: at a person, right and left lead to their contacts, down and up to the next person. At a contact, right and left lead round, down to the other person, up back. Enter opens the evidence, Escape leaves.';

export const CHARTS = {
	relations: {
		...{
			points: ['event'],
			kinds: ['event'],
			tables: ['events', 'eras', 'actors', 'sources'],
			byEra: true,
			keys: MARKS,
		},
		...{ reserved: 1000, least: 670 },
	},
	ties: {
		...{
			points: ['tie'],
			kinds: ['tie'],
			tables: ['ties', 'events', 'eras', 'actors', 'sources'],
			byEra: false,
			keys: MARKS,
		},
		...{ reserved: 980, least: 645 },
	},
	contacts: {
		...{ points: ['contact', 'actor'], kinds: ['contact'] },
		tables: ['contacts', 'network-nodes', 'network-edges', 'events', 'eras', 'actors', 'sources'],
		...{ byEra: false, keys: NETWORK, reserved: 1000, least: 745 },
	},
	accounts: {
		...{
			points: ['question', 'position', 'source'],
			kinds: ['question', 'position'],
			tables: ['questions', 'positions', 'sources'],
			byEra: false,
			keys: MARKS,
		},
		...{ reserved: 1985, least: 845 },
	},
} as const satisfies Readonly<Record<string, Entry>>;

export type ChartId = keyof typeof CHARTS;

export const chartIds = Object.keys(CHARTS) as ChartId[];

/** The charts in which a step can put records of a kind in focus. */
export const pointedAtIn = (kind: Kind): ChartId[] =>
	chartIds.filter((id) => (CHARTS[id].points as readonly Kind[]).includes(kind));
