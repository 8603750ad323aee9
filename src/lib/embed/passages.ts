import type { Records } from '#lib/behaviours/evidence/evidence.ts';
import type { Passage } from '#lib/model/evidence.ts';
import type { Stance } from '#lib/model/records.ts';
import { articleOf, titleOf } from './row-facts.ts';

/** The words of a part, without the punctuation that styles add. */
const textOf = (place: ParentNode | null | undefined, selector: string): string =>
	place?.querySelector(selector)?.textContent.trim() ?? '';

/** The records of a chart's page, from its table and from what `Passages.svelte` writes below the rows: an embed makes no request for them. */
export function recordsIn(root: ParentNode): Records {
	const articles = new Map(
		[...root.querySelectorAll('.articles > li')].map((article): [string, Pick<Passage, 'genre' | 'published'>] => [
			textOf(article, 'cite'),
			{ genre: textOf(article, 'span'), published: textOf(article, 'span + span') },
		]),
	);
	// The first: an export of one chart may have further tables.
	const table = root.querySelector('figure table');
	const columns = [...(table?.querySelectorAll<HTMLElement>('thead th') ?? [])].map(({ dataset }) => dataset['said']);

	/** A fact below a row, or else in a cell of it. */
	const said = (row: Element | null | undefined, fact: string): string => {
		const below = row?.nextElementSibling?.querySelector(`[data-said="${fact}"]`);
		const block = row?.parentElement;
		const isQuestion = block?.firstElementChild === row && (block?.childElementCount ?? 0) > 2;
		const cell = isQuestion && fact !== 'title' ? null : row?.children[columns.indexOf(fact)];
		return (below ?? cell)?.textContent.trim() ?? '';
	};
	/** The id of a row's record: its own, or that of the mark that it names. */
	const recordOf = ({ id, dataset }: HTMLElement): string =>
		dataset['row'] ?? root.querySelector(`[aria-labelledby~="${id}"]`)?.getAttribute('data-id') ?? '';
	const passage = (title: string, quotation: Element): Passage => {
		const source = textOf(quotation.parentElement, 'cite') || (articleOf(title, [...articles.keys()]) ?? '');
		const before = quotation.previousElementSibling;
		return {
			source,
			...(articles.get(source) ?? { genre: '', published: '' }),
			place: quotation.nextSibling?.textContent?.trim() ?? '',
			stance: (before?.localName === 'em' ? before.textContent.split(':')[0] : 'supports') as Stance,
			exact: quotation.textContent,
		};
	};
	return Object.fromEntries(
		[...(table?.querySelectorAll<HTMLElement>('tr[id]') ?? [])].map((row) => {
			const first = row.parentElement?.firstElementChild;
			const head = first === row ? null : first;
			// The passages of a question are those of its answers, too.
			const all = (head ? row.nextElementSibling : row.parentElement)?.querySelectorAll('q') ?? [];
			const titled = (quotation: Element): string => said(quotation.closest('tr')?.previousElementSibling, 'title');
			return [
				recordOf(row),
				{
					title: titleOf(said(row, 'title'), said(head, 'title')),
					date: said(row, 'date'),
					basis: said(row, 'basis'),
					status: said(row, 'status'),
					support: said(row, 'support'),
					dispute: said(row, 'dispute') || said(head, 'dispute'),
					passages: [...all].map((quotation) => passage(titled(quotation), quotation)),
				},
			];
		}),
	);
}
