/** Where the story uses a record: in which steps, and in which charts. */
import { chartCopy } from '#lib/model/chart-copy.ts';
import type { Paragraph } from '#lib/model/copy.ts';
import type { Piece } from '#lib/model/ledger.ts';
import type { Id } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { tables } from '#lib/story/charts.ts';

export interface Mentions {
	/** Links to steps and chapters that cite the record or have it in focus, in the order of the story. */
	readonly steps: readonly Piece[];
	/** Links to the chapters whose chart has a mark for it. */
	readonly charts: readonly Piece[];
}

interface Place {
	readonly piece: Piece;
	readonly records: ReadonlySet<Id>;
}

const cited = (paragraphs: readonly Paragraph[]): Id[] =>
	paragraphs.flat().flatMap((piece) => (piece.type === 'cite' ? piece.record : []));

const pointsAt = (anchor: Id): string => `../${anchor && `#${anchor}`}`;

/** Looks up mentions by the ids of a record and of the parts of its entry, such as a question's positions. */
export function mentioning(story: Story): (ids: readonly Id[]) => Mentions {
	const { copy } = story;
	const steps: Place[] = [
		// The opening has a strand for every tie.
		{
			piece: { text: copy.title, href: pointsAt('') },
			records: new Set([...cited([copy.titleProse, copy.standfirst]), ...story.ties.map(({ id }) => id)]),
		},
		...copy.chapters.flatMap((chapter) => [
			{
				piece: { text: chapter.title, href: pointsAt(chapter.id) },
				records: new Set([
					...cited([chapter.titleProse, ...chapter.intro]),
					...(chapter.pull === null ? [] : [chapter.pull]),
				]),
			},
			...chapter.steps.map((step) => ({
				piece: { text: step.heading, href: pointsAt(step.id) },
				records: new Set([...cited([step.headingProse, ...step.text]), ...step.focus]),
			})),
		]),
	];
	const rows = tables(story);
	const charts = copy.chapters.flatMap(({ id, chart }): Place[] => {
		if (!chart) return [];
		const records = new Set(rows[chart]?.rows.map((row) => row.id));
		return [{ piece: { text: chartCopy(copy, chart).title, href: pointsAt(id) }, records }];
	});
	const where = (places: readonly Place[], ids: readonly Id[]) =>
		places.filter(({ records }) => ids.some((id) => records.has(id))).map(({ piece }) => piece);
	return (ids) => ({ steps: where(steps, ids), charts: where(charts, ids) });
}
