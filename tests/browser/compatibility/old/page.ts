/** Functions that run in the page of a Chromium of 2020; each is self-contained. */

/** The visible texts, in drawings or everywhere else; without those in `besides`. */
export function wordsSeen({ drawn, besides }: { readonly drawn: boolean; readonly besides: string }): string[] {
	// Chromium before 105 measures nothing in elements that are out of view and not laid out.
	for (const entry of Array.from(document.querySelectorAll<HTMLElement>('article')))
		entry.style.setProperty('content-visibility', 'visible');
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	const visible: string[] = [];
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const words = (node.nodeValue ?? '').replace(/\s+/g, ' ').trim();
		const holder = node.parentElement;
		if (words === '' || !holder || getComputedStyle(holder).visibility !== 'visible') continue;
		if ((holder.closest('.stage') !== null) !== drawn || holder.closest(besides)) continue;
		// Newer Chromium lays out closed details, but does not paint them.
		const folded = holder.closest('details:not([open])');
		if (folded && !(folded.firstElementChild ?? folded).contains(holder)) continue;
		const range = document.createRange();
		range.selectNodeContents(node);
		if (range.getBoundingClientRect().height > 0) visible.push(words);
	}
	return visible;
}

/** The rows of the accounts without a visible question. */
export const rowsWithoutQuestion = (): number =>
	Array.from(document.querySelectorAll('.drawing-accounts .row')).filter((row) =>
		Array.from(row.querySelectorAll('.asked text')).every((text) => text.getBoundingClientRect().height === 0),
	).length;

/** Faults for a reader without scripts. */
export function wrongWithoutScript(): string[] {
	const wrong: string[] = [];
	for (const step of Array.from(document.querySelectorAll('.step[data-of]'))) {
		const picture = step.querySelector('.picture');
		if (!picture || picture.getBoundingClientRect().height < 40) wrong.push(`${step.id} has no picture`);
	}
	for (const part of Array.from(document.querySelectorAll('figure[data-chart], figure[data-chart] .stage'))) {
		if (getComputedStyle(part).position === 'sticky') wrong.push(`a ${part.localName} sticks beside other steps`);
	}
	for (const control of Array.from(document.querySelectorAll('button, input, select, progress'))) {
		const { height } = control.getBoundingClientRect();
		if (height > 0 && getComputedStyle(control).visibility === 'visible') {
			wrong.push(`offers ${control.outerHTML.slice(0, 60)}`);
		}
	}
	return wrong;
}

/** Faults of the layout: wider than the window, or the bar in more than one line. */
export function shattered(): string[] {
	const wrong: string[] = [];
	const { scrollWidth } = document.documentElement;
	if (scrollWidth > innerWidth) wrong.push(`${scrollWidth} px wide`);
	const bar = document.querySelector('.controls');
	if (!bar) return wrong;
	const { top, bottom, height } = bar.getBoundingClientRect();
	if (Math.round(bottom) !== innerHeight || height > 72 || top < 0) wrong.push(`the bar is at ${top} to ${bottom} px`);
	for (const part of Array.from(bar.querySelectorAll('summary, button, a'))) {
		const { width, height } = part.getBoundingClientRect();
		const line = parseFloat(getComputedStyle(part).fontSize);
		if (width > 0 && part.closest('ol') === null && (height > 72 || width < line * 2)) {
			wrong.push(`${part.outerHTML.slice(0, 60)} is ${width} by ${height} px`);
		}
	}
	return wrong;
}

/** Pictures that failed to load; those far below the window may not have been requested yet. */
export const brokenPictures = (): string[] =>
	Array.from(document.images)
		.filter((image) => image.complete && image.currentSrc !== '' && image.naturalWidth === 0)
		.map((image) => image.currentSrc);

/** Brings the first of these to the middle of the window; where its first line can be pressed. */
export function bringToSight(selector: string): { x: number; y: number } | null {
	const found = document.querySelector(selector);
	if (!found) return null;
	found.scrollIntoView({ block: 'center', behavior: 'instant' as ScrollBehavior });
	const [line] = Array.from(found.getClientRects());
	return line ? { x: line.left + line.width / 2, y: line.top + line.height / 2 } : null;
}
