interface Moving {
	readonly element: Element;
	readonly attribute: string;
	/** One value for each frame, in the order of the figure's `data-frames`. */
	readonly values: readonly string[];
}

const PREFIX = 'data-at-';
const known = new WeakMap<Element, readonly Moving[]>();

/** The elements of a figure whose attributes vary by frame; reads the document once. */
function moving(figure: Element): readonly Moving[] {
	const list =
		known.get(figure) ??
		[...figure.querySelectorAll('.drawing *')].flatMap((element) =>
			[...element.attributes]
				.filter(({ name }) => name.startsWith(PREFIX))
				.map(({ name, value }) => ({ element, attribute: name.slice(PREFIX.length), values: value.split(' ') })),
		);
	known.set(figure, list);
	return list;
}

/** The words of a list in an attribute; empty if it is absent. */
export function words(list: string | undefined): string[] {
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

	const description = figure.querySelector('[data-description]');
	if (description) description.textContent = shownIn(step);

	place(figure, words(figure.dataset['frames']).indexOf(frame));
	for (const layer of figure.querySelectorAll<SVGElement>('[data-in-frame], [data-in-step]')) {
		const { inFrame, inStep } = layer.dataset;
		const here = words(inFrame ?? frame).includes(frame) && words(inStep ?? step.id).includes(step.id);
		layer.toggleAttribute('data-off', !here);
	}
	focus(figure, new Set(words(step.dataset['show'])));
}

function place(figure: HTMLElement, frame: number): void {
	if (frame < 0) return;
	const off = new Map<Element, boolean>();
	for (const { element, attribute, values } of moving(figure)) {
		const value = values[frame] ?? '-';
		off.set(element, (off.get(element) ?? false) || value === '-');
		if (value !== '-' && element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
	}
	for (const [element, hidden] of off) element.toggleAttribute('data-off', hidden);
}

function focus(figure: HTMLElement, ids: ReadonlySet<string>): void {
	for (const drawing of figure.querySelectorAll('.drawing')) drawing.toggleAttribute('data-has-focus', ids.size > 0);
	for (const mark of figure.querySelectorAll<SVGElement>('.drawing [data-id], .drawing [data-with]')) {
		const { id = '', with: along } = mark.dataset;
		mark.toggleAttribute(
			'data-focus',
			[id, ...id.split('--'), ...words(along)].some((each) => ids.has(each)),
		);
	}
}
