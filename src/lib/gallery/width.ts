import { enable, type ErrorBoundary } from '#lib/behaviours/error-boundary.ts';

/** The smallest and the largest width of the preview column, in pixels. */
const NARROWEST = 280;
const WIDEST = 1200;

/**
 * Sets the width of a column by `button[data-width]`, by `input[name=width]` and by dragging the handle at its edge; an
 * `output` shows it.
 */
export function startWidth(boundary: ErrorBoundary, form: HTMLFormElement, column: HTMLElement): void {
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
