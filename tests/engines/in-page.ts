/** Functions that the scenarios run in the page, in any engine; each is self-contained. */

/** What is missing for a reader without scripts. */
export function missing(): string[] {
	const height = (element: Element | null) => element?.getBoundingClientRect().height ?? 0;
	const wrong: string[] = [];
	for (const step of document.querySelectorAll<HTMLElement>('.step[id]')) {
		if (height(step.querySelector('h3')) < 10 || height(step.querySelector('p')) < 10) wrong.push(`${step.id}: words`);
		if (step.dataset['of'] && height(step.querySelector('.picture')) < 40) wrong.push(`${step.id}: picture`);
	}
	for (const figure of document.querySelectorAll<HTMLElement>('figure[data-chart]')) {
		const name = figure.dataset['chart'] ?? '';
		const marks = [...figure.querySelectorAll('.drawing [data-id]')].map((mark) => mark.getAttribute('data-id'));
		if (marks.length < 5) wrong.push(`${name}: marks`);
		if (height(figure.querySelector('.as-table a')) < 10) wrong.push(`${name}: the way to its table`);
		if (height(figure.querySelector('.drawing')) < 40) wrong.push(`${name}: drawing`);
	}
	for (const control of document.querySelectorAll<HTMLButtonElement>('[data-go], [data-reading]'))
		if (!control.disabled) wrong.push('a control that needs the script seems to work');
	if (/\bloading\b/i.test(document.body.innerText)) wrong.push('says that it is loading');
	return wrong;
}

/** Invisible pictures and visible controls in print styles. */
export function wrongOnPaper(): string[] {
	const turn = (rules: CSSRuleList): void => {
		for (const rule of rules) {
			if (rule instanceof CSSMediaRule) {
				const query = rule.media.mediaText;
				if (/\bprint\b/.test(query)) rule.media.mediaText = query.replace(/\bprint\b/, 'all');
				else if (/\bscreen\b/.test(query)) rule.media.mediaText = 'not all';
			}
			if ('cssRules' in rule) turn(rule.cssRules as CSSRuleList);
		}
	};
	for (const sheet of document.styleSheets) turn(sheet.cssRules);
	const height = (element: Element | null) => element?.getBoundingClientRect().height ?? 0;
	const bare = [...document.querySelectorAll('.step[data-of]')]
		.filter((step) => height(step.querySelector('.picture')) < 40)
		.map(({ id }) => `${id} has no picture`);
	const controls = [...document.querySelectorAll('[data-go]')].filter((control) => height(control) > 0);
	return [...bare, ...controls.map((control) => `${control.getAttribute('data-go') ?? ''} takes room`)];
}

/** The ids of the steps, in reading order. */
export const steps = (): string[] => [...document.querySelectorAll('.step[id]')].map(({ id }) => id);

/** The step that the page calls the current one. */
export const current = (): string =>
	[...document.querySelectorAll('[aria-current="step"]')].map(({ id }) => id).join(' ');

/** Brings a step to where its address puts it. */
export function show(id: string): void {
	document.getElementById(id)?.scrollIntoView({ block: 'start', behavior: 'instant' });
}

/** Begins to count the transitions and animations that start: on a slow machine one is over before it is looked for. */
export function countMovements(): void {
	const { dataset } = document.documentElement;
	dataset.movements = '0';
	const count = () => (dataset.movements = String(Number(dataset.movements) + 1));
	document.addEventListener('transitionrun', count);
	document.addEventListener('animationstart', count);
}

/** How many have started since `countMovements`. */
export const movements = (): number => Number(document.documentElement.dataset.movements);

/** Puts the keyboard's focus on the first element that a selector finds. */
export function focus(selector: string): void {
	document.querySelector<HTMLElement | SVGElement>(selector)?.focus();
}

export interface Panel {
	readonly open: boolean;
	/** Whether the focus is in it. */
	readonly focused: boolean;
	readonly title: string;
	readonly passages: number;
}

/** The evidence panel as it stands. */
export function panel(): Panel {
	const dialog = document.querySelector<HTMLDialogElement>('dialog[open]');
	return {
		open: dialog !== null,
		focused: dialog?.contains(document.activeElement) ?? false,
		title: dialog?.querySelector('[data-slot="title"]')?.textContent ?? '',
		passages: dialog?.querySelectorAll('[data-stance]').length ?? 0,
	};
}

/** Of the element in focus: its record, and the chart whose drawing it is in. */
export function focused(): { readonly id: string; readonly chart: string; readonly end: boolean } {
	const element = document.activeElement;
	return {
		id: element?.getAttribute('data-id') ?? element?.getAttribute('href')?.split('#')[1] ?? '',
		chart: element?.closest('.drawing')?.closest<HTMLElement>('figure')?.dataset['chart'] ?? '',
		end: element?.classList.contains('end') ?? false,
	};
}

/** The step of the place that is stored in the history entry. */
export const place = (): string | undefined => {
	const state = history.state as { readonly visit?: { readonly place?: { readonly within: string } } } | null;
	return state?.visit?.place?.within;
};
