/** The figures of the story page, the tables of its charts, and the compiled data to compare them with. */
import { readFileSync } from 'node:fs';
import type { HTMLElement } from 'node-html-parser';
import type { Story } from '#lib/model/story.ts';
import { present } from '#tests/present.ts';
import { page } from '#tests/site/built-files.ts';

export const story = JSON.parse(readFileSync('build/data/story.json', 'utf8')) as Pick<
	Story,
	'events' | 'ties' | 'contacts' | 'questions' | 'positions' | 'sources' | 'copy' | 'network' | 'actors'
>;

export const index = page('index.html');
export const figures = Object.fromEntries(
	index.querySelectorAll('figure[data-chart]').map((figure) => [figure.getAttribute('data-chart') ?? '', figure]),
);
export const charts = Object.keys(figures);
export const tables = page('data/tables/index.html');
export const steps = story.copy.chapters.flatMap((chapter) => chapter.steps);

export const words = (element: HTMLElement | null): string => (element?.text ?? '').replace(/\s+/g, ' ').trim();

/** What a mark is called, by the id of its record. */
export const names = (figure: HTMLElement): Map<string, string> =>
	new Map(
		figure
			.querySelectorAll('.drawing a[data-id]')
			.map((mark) => [mark.getAttribute('data-id') ?? '', mark.getAttribute('aria-label') ?? '']),
	);
/** The cells of each row, by the id of its record: its own, or that of the mark that it names. */
export function rows(within: HTMLElement): Map<string, string[]> {
	const marks = within
		.querySelectorAll('.drawing [data-id][aria-labelledby]')
		.map((mark) => [mark.getAttribute('aria-labelledby')?.split(' ').pop(), mark.getAttribute('data-id')] as const);
	const named = new Map(marks);
	return new Map(
		within
			.querySelectorAll('tr[data-row], tr[id]')
			.map((row) => [
				row.getAttribute('data-row') ?? named.get(row.id) ?? '',
				row.querySelectorAll('th, td').map(words),
			]),
	);
}

export const table = (chart: string) => rows(present(tables.querySelector(`[data-table="${chart}"]`) ?? undefined));

/** The events that the index scores. */
export const scored = story.events.filter(({ cameo, dyad }) => cameo?.goldstein !== undefined && dyad !== 'internal');
