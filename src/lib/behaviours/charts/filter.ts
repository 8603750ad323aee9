import { runEachInBoundary, enable, type ErrorBoundary } from '#lib/behaviours/error-boundary.ts';
import { words } from './show.ts';

/** The reader's choice. */
export interface Choice {
	readonly statuses: ReadonlySet<string>;
	readonly sources: ReadonlySet<string>;
	/** `YYYY-MM-DD`: only what was known by the end of that day; null for all. */
	readonly known: string | null;
}

/** The values of a mark's `data-status`, `data-sources` and `data-known`. */
export interface Traits {
	readonly status: string;
	readonly sources: readonly string[];
	readonly known: string;
}

/** Whether a mark matches: its status, one of its sources, and the day by which it was known. */
export function chosen({ statuses, sources, known }: Choice, mark: Traits): boolean {
	return (
		statuses.has(mark.status) &&
		mark.sources.some((source) => sources.has(source)) &&
		(known === null || mark.known <= known)
	);
}

/**
 * Filters a chart's marks by `form[data-filters]` in its figure: status, source, and what was known on a day. What does
 * not match gets `data-out`, and so does what goes with such marks only (`data-with`), as people do with their contacts;
 * the rows of the table follow; `[data-count]` says how many are left.
 */
export function startFilters(root: Document): () => void {
	return runEachInBoundary(() => root.querySelectorAll<HTMLFormElement>('form[data-filters]'), filterable);
}

function filterable(boundary: ErrorBoundary, form: HTMLFormElement): void {
	const figure = form.closest('figure');
	if (!figure) return;
	const marks = [...figure.querySelectorAll<SVGElement>('.drawing [data-status]')];
	const along = [...figure.querySelectorAll<SVGElement>('.drawing [data-with]')];
	const range = form.querySelector<HTMLInputElement>('input[name="known"]');
	const dateOutput = [...form.querySelectorAll('output')].find((output) => range && output.htmlFor.contains(range.id));
	const rows = [...figure.querySelectorAll<HTMLElement>('tr[data-row]')];

	const apply = (): void => {
		const choice = choiceOf(form, range);
		const left = marks.filter((mark) => chosen(choice, traitsOf(mark)));
		const ids = new Set(left.map((mark) => mark.dataset['id']));
		const staying = along.filter((part) => words(part.dataset['with']).some((id) => ids.has(id)));
		for (const mark of marks) put(mark, ids.has(mark.dataset['id']));
		for (const part of along) put(part, staying.includes(part));
		const shown = new Set([...left, ...staying].map((part) => part.dataset['id']));
		for (const row of rows) fold(row, !shown.has(row.dataset['row']));
		for (const place of form.querySelectorAll('[data-count]')) say(place, String(ids.size));
		const day = [...(range?.list?.options ?? [])].find(({ value }) => value === range?.value);
		if (!dateOutput || !day) return;
		say(dateOutput, day.label);
		range?.setAttribute('aria-valuetext', day.label);
	};

	for (const held of form.querySelectorAll<HTMLElement>('fieldset, button')) enable(boundary, held);
	// After a reload the browser may restore the reader's choice without an event.
	apply();
	boundary.on(form, 'input', apply);
	boundary.on(form, 'reset', () => requestAnimationFrame(boundary.guard(apply)));
	boundary.on(form, 'submit', (event) => event.preventDefault());
	boundary.undo(() => {
		for (const part of [...marks, ...along]) put(part, true);
		for (const row of rows) fold(row, false);
	});
}

/** Hides a part of the drawing, also from screen readers, or shows it again. */
function put(part: SVGElement, isIn: boolean): void {
	part.toggleAttribute('data-out', !isIn);
	if (isIn) part.removeAttribute('aria-hidden');
	else part.setAttribute('aria-hidden', 'true');
}

/** Hides a row, with its passages below it, or shows it again. */
function fold(row: HTMLElement, isHidden: boolean): void {
	row.hidden = isHidden;
	const below = row.nextElementSibling;
	if (below && !below.hasAttribute('data-row')) below.toggleAttribute('hidden', isHidden);
}

/** Writes only changed text: setting the same text again would make a live region repeat it. */
function say(place: Element, words: string): void {
	if (place.textContent !== words) place.textContent = words;
}

function choiceOf(form: HTMLFormElement, range: HTMLInputElement | null): Choice {
	const ticked = (name: string): ReadonlySet<string> =>
		new Set([...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]:checked`)].map(({ value }) => value));
	const days = words(range?.dataset['dates']);
	return { statuses: ticked('status'), sources: ticked('source'), known: days[Number(range?.value)] ?? null };
}

function traitsOf({ dataset }: SVGElement): Traits {
	return { status: dataset['status'] ?? '', sources: words(dataset['sources']), known: dataset['known'] ?? '' };
}
