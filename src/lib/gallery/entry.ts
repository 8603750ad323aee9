import { runInBoundary, enable, type ErrorBoundary } from '#lib/behaviours/error-boundary.ts';
import { parts, type Addresses, type EmbeddedChart } from '#lib/embed/embedded-chart.ts';
import { snippets } from '#lib/embed/snippets.ts';
import { choicesIn } from './choices.ts';
import { preview } from './preview.ts';
import type { HeightMessage } from './protocols.ts';
import { startWidth } from './width.ts';

/** The addresses of the site, as the gallery's page knows them. */
export interface Place {
	/** Absolute, with a slash at its end. */
	readonly site: string;
	/** Absolute: the folder of the version that this page belongs to. */
	readonly version: string;
	readonly integrity: string;
}

/**
 * The rows of a log, `tr[data-protocol]` with `data-height` and `data-times` cells: the last height, and the number of
 * messages.
 */
function logIn(log: Element | null): (messages: readonly HeightMessage[] | 'new') => void {
	const rows = [...(log?.querySelectorAll<HTMLElement>('tr[data-protocol]') ?? [])];
	const cell = (row: Element, name: string) => row.querySelector(`[data-${name}]`);
	const write = (row: Element, height: string, times: string): void => {
		cell(row, 'height')?.replaceChildren(height);
		cell(row, 'times')?.replaceChildren(times);
	};
	return (messages) => {
		if (messages === 'new') for (const row of rows) write(row, '–', '0');
		else
			for (const { protocol, height } of messages) {
				const row = rows.find((each) => each.dataset['protocol'] === protocol);
				if (row) write(row, `${height} px`, String(Number(cell(row, 'times')?.textContent) + 1));
			}
	};
}

function run(boundary: ErrorBoundary, section: HTMLElement, place: Place): void {
	const form = section.querySelector<HTMLFormElement>('form[data-options]');
	const column = section.querySelector<HTMLElement>('[data-column]');
	if (!form || !column) return;
	const chart = JSON.parse(section.dataset['facts'] ?? '') as EmbeddedChart;
	const frame = preview(boundary, column, logIn(section.querySelector('[data-log]')));

	const show = (): void => {
		const { options, served, frozen } = choicesIn(new FormData(form));
		const addresses: Addresses = { ...place, edition: frozen ? place.version : place.site };
		for (const { kind, code } of snippets(chart, options, addresses)) {
			section.querySelector(`[data-snippet="${kind}"]`)?.replaceChildren(code);
		}
		frame?.show(parts(chart, options, addresses).frame, served, options);
	};
	const print = section.querySelector<HTMLButtonElement>('[data-print]');
	if (print) {
		enable(boundary, print);
		boundary.on(print, 'click', () => frame?.print());
	}
	enable(boundary, form);
	boundary.on(form, 'submit', (event) => event.preventDefault());
	boundary.on(form, 'change', show);
	startWidth(boundary, form, column);
	show();
}

/** Makes the entry of one chart interactive: its controls change preview and snippets, and its log lists received messages. */
export function startEntry(section: HTMLElement, place: Place): () => void {
	return runInBoundary((boundary) => run(boundary, section, place));
}
