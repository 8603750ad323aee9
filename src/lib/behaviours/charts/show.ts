/** What the steps of a figure change in it. */
interface Parts {
	readonly description: Element | null;
	readonly drawings: readonly Element[];
	readonly moving: readonly Moving[];
	readonly layers: readonly Layer[];
	readonly marks: readonly Mark[];
}

/** An element whose attributes vary by frame. */
interface Moving {
	readonly element: Element;
	readonly attribute: string;
	/** One value for each frame, in the order of the figure's `data-frames`. */
	readonly values: readonly string[];
}

/** An element that only some frames or steps show; null: all do. */
interface Layer {
	readonly element: Element;
	readonly frames: readonly string[] | null;
	readonly steps: readonly string[] | null;
}

/** A mark, and the ids that put it in focus. */
interface Mark {
	readonly element: Element;
	readonly ids: readonly string[];
}

const PREFIX = 'data-at-';
const known = new WeakMap<Element, Parts>();

/** The parts of a figure; reads the document once. */
function partsOf(figure: Element): Parts {
	const listIn = (element: Element, name: string): string[] | null =>
		element.hasAttribute(name) ? words(element.getAttribute(name)) : null;
	const parts = known.get(figure) ?? {
		description: figure.querySelector('[data-description]'),
		drawings: [...figure.querySelectorAll('.drawing')],
		moving: [...figure.querySelectorAll('.drawing *')].flatMap((element) =>
			element
				.getAttributeNames()
				.filter((name) => name.startsWith(PREFIX))
				.map((name) => ({ element, attribute: name.slice(PREFIX.length), values: words(element.getAttribute(name)) })),
		),
		layers: [...figure.querySelectorAll('[data-in-frame], [data-in-step]')].map((element) => ({
			element,
			frames: listIn(element, 'data-in-frame'),
			steps: listIn(element, 'data-in-step'),
		})),
		marks: [...figure.querySelectorAll('.drawing [data-id], .drawing [data-with]')].map((element) => {
			const id = element.getAttribute('data-id') ?? '';
			return { element, ids: [id, ...id.split('--'), ...words(element.getAttribute('data-with'))] };
		}),
	};
	known.set(figure, parts);
	return parts;
}

/** The words of a list in an attribute; empty if it is absent. */
export function words(list: string | null | undefined): string[] {
	return list?.split(' ').filter(Boolean) ?? [];
}

/** The description of the chart in a step: the alternative text of the step's picture, or `data-says` without one. */
export function shownIn(step: HTMLElement): string {
	return step.dataset['says'] ?? step.querySelector<HTMLImageElement>('img.picture')?.alt ?? '';
}

/**
 * Brings a figure into the state of a step. Everything was computed when the page was built; this only selects. The same
 * step always gives the same document, whatever was shown before.
 * @param figure a `<figure data-chart data-frames>`
 * @param step a `.step` with `data-frame`, `data-show`, and a picture or `data-says`
 */
export function show(figure: HTMLElement, step: HTMLElement): void {
	const frame = step.dataset['frame'] ?? 'all';
	figure.dataset['step'] = step.id;
	figure.dataset['frame'] = frame;

	const { description, drawings, moving, layers, marks } = partsOf(figure);
	if (description) description.textContent = shownIn(step);
	place(moving, words(figure.dataset['frames']).indexOf(frame));
	for (const { element, frames, steps } of layers) {
		const isShown = (frames?.includes(frame) ?? true) && (steps?.includes(step.id) ?? true);
		element.toggleAttribute('data-off', !isShown);
	}
	const focus = new Set(words(step.dataset['show']));
	for (const drawing of drawings) drawing.toggleAttribute('data-has-focus', focus.size > 0);
	for (const { element, ids } of marks) {
		element.toggleAttribute(
			'data-focus',
			ids.some((id) => focus.has(id)),
		);
	}
}

function place(moving: readonly Moving[], frame: number): void {
	if (frame < 0) return;
	const off = new Map<Element, boolean>();
	for (const { element, attribute, values } of moving) {
		const value = values[frame] ?? '-';
		off.set(element, (off.get(element) ?? false) || value === '-');
		if (value !== '-' && element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
	}
	for (const [element, hidden] of off) element.toggleAttribute('data-off', hidden);
}
