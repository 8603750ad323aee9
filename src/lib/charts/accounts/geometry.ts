/** The grid of questions and sources. Places along the width in percent, along the height in pixels. */
import type { StepState } from '#lib/model/chart.ts';
import type { Id, Position, Question, Source } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';

export type AccountsSlice = Pick<Story, 'questions' | 'positions' | 'sources'>;

export interface ColumnPlace {
	readonly source: Source;
	/** Percent: its middle. */
	readonly x: number;
	/** Of the narrow head: neighbouring heads stand on two lines, so that each has room for two columns. */
	readonly row: 0 | 1;
}

export interface CellPlace {
	readonly position: Position;
	/** Its accessible name needs them. */
	readonly question: Question;
	readonly source: Source;
	/** Percent: its middle. */
	readonly x: number;
}

export interface RowPlace {
	readonly question: Question;
	/** Its middle. */
	readonly y: number;
	readonly cells: readonly CellPlace[];
}

/** Rows of one kind of difference, under a head. */
export interface GroupPlace {
	readonly title: string;
	/** Baseline of its head. */
	readonly y: number;
	readonly rows: readonly RowPlace[];
}

export interface AccountsGeometry {
	readonly height: number;
	readonly rowHeight: number;
	/** Percent. */
	readonly columnWidth: number;
	readonly columns: readonly ColumnPlace[];
	readonly groups: readonly GroupPlace[];
}

const headHeight = 34;
const groupHeight = 22;
const rowHeight = 24;
/** Percent of the width that the columns take; at 288 px a label of 24 characters fits into the rest. */
const columnsWidth = 48;

/** Whether two sources contradict each other, differ by a reservation, or only one or those that agree speak. */
const kinds: readonly { readonly title: string; readonly holds: (stands: ReadonlySet<string>) => boolean }[] = [
	{ title: 'Affirmed by some, denied by others', holds: (stands) => stands.has('affirms') && stands.has('denies') },
	{ title: 'Told with reservations', holds: (stands) => stands.has('qualifies') },
	{ title: 'Told by some, not by others', holds: () => true },
];

/** Places each question once, under the kind of difference between its positions. No state moves anything. */
export function accountsGeometry(slice: AccountsSlice, _steps: readonly StepState[]): AccountsGeometry {
	const columnWidth = columnsWidth / Math.max(1, slice.sources.length);
	const columns = slice.sources.map((source, index) => ({
		source,
		x: round(100 - columnsWidth + (index + 0.5) * columnWidth),
		row: (index % 2) as 0 | 1,
	}));
	const positions = new Map(slice.positions.map((position) => [position.id, position]));
	const cells = (question: Question): CellPlace[] =>
		question.positions.flatMap((id) => {
			const position = positions.get(id);
			const column = columns.find(({ source }) => source.id === position?.source);
			return position && column ? { position, question, source: column.source, x: column.x } : [];
		});

	const rest = new Set(slice.questions);
	let y = headHeight;
	const groups = kinds.flatMap(({ title, holds }) => {
		const own = [...rest].filter((q) => holds(new Set(cells(q).map(({ position }) => position.position))));
		for (const question of own) rest.delete(question);
		if (own.length === 0) return [];
		const head = y + groupHeight - 6;
		y += groupHeight;
		const rows = own.map((question, index) => ({
			question,
			y: y + (index + 0.5) * rowHeight,
			cells: cells(question),
		}));
		y += own.length * rowHeight;
		return { title, y: head, rows };
	});
	return { height: y + 2, rowHeight, columnWidth: round(columnWidth), columns, groups };
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
