/** The grid in words: names of marks, and the table that holds the same as they do. */
import type { Table } from '#lib/model/chart.ts';
import type { Position, Question, Source } from '#lib/model/records.ts';
import type { AccountsSlice } from './geometry.ts';

/** The accessible name of a position: the question, the article, where it stands and what it says. */
export function positionName(position: Position, question: Question, source: Source): string {
	const stand = position.position === 'silent' ? 'is silent' : position.position;
	return [`${question.question} ${source.label} ${stand}`, position.says].filter(Boolean).join(': ');
}

/** A row for each position, silence included; questions in the order of the drawing's seeds. */
export function accountsTable({ questions, positions, sources }: AccountsSlice): Table {
	const labels = new Map(sources.map((source) => [source.id, source.label]));
	const byId = new Map(positions.map((position) => [position.id, position]));
	const rows = questions.flatMap((question) =>
		question.positions.flatMap((id) => {
			const position = byId.get(id);
			if (!position) return [];
			const label = labels.get(position.source) ?? position.source;
			return {
				id,
				cells: [question.question, label, position.position, position.says || 'says nothing about it'],
			};
		}),
	);
	return {
		caption: 'What each of the five articles says on each question',
		columns: ['Question', 'Source', 'Position', 'What it says'],
		rows,
	};
}
