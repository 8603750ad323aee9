import { runInBoundary, enable, type ErrorBoundary } from '#lib/behaviours/error-boundary.ts';
import { parts, type Addresses, type EmbeddedChart } from '#lib/embed/embedded-chart.ts';
import { snippets } from '#lib/embed/snippets.ts';
import { choicesIn } from './choices.ts';
import { preview } from './preview.ts';
import type { HeightMessage } from './protocols.ts';

/** The addresses of the site, as the gallery's page knows them. */
interface Place {
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

/** The smallest and the largest width of the preview column, in pixels. */
const NARROWEST = 280;
const WIDEST = 1200;

/**
 * Sets the width of a column by `button[data-width]`, by `input[name=width]` and by dragging the handle at its edge; an
 * `output` shows it.
 */
function startWidth(boundary: ErrorBoundary, form: HTMLFormElement, column: HTMLElement): void {
	const range = form.querySelector<HTMLInputElement>('input[name="width"]');
	const output = form.querySelector('output');
	const handle = column.querySelector<HTMLElement>('[data-handle]');
	const presets = [...form.querySelectorAll<HTMLElement>('[data-width]')];

	const tell = (width: number): void => {
		if (range) range.value = String(width);
		if (output) output.textContent = `${width} px`;
		for (const preset of presets)
			preset.setAttribute('aria-pressed', String(preset.dataset['width'] === String(width)));
	};
	const set = (wish: number): void => {
		const width = Math.round(Math.min(WIDEST, Math.max(NARROWEST, wish)));
		column.style.width = `${width}px`;
		tell(width);
	};

	for (const preset of presets) boundary.on(preset, 'click', () => set(Number(preset.dataset['width'])));
	if (range) boundary.on(range, 'input', () => set(range.valueAsNumber));
	if (handle) {
		enable(boundary, handle);
		boundary.on(handle, 'pointerdown', (event) => {
			event.preventDefault();
			handle.setPointerCapture(event.pointerId);
		});
		boundary.on(handle, 'pointermove', (event) => {
			if (handle.hasPointerCapture(event.pointerId))
				set(event.clientX - column.getBoundingClientRect().left - handle.clientWidth / 2);
		});
	}
	const frame = column.querySelector('iframe') ?? column;
	tell(Math.round(frame.getBoundingClientRect().width));
	boundary.undo(() => column.style.removeProperty('width'));
}
