import type { PanelEntry } from '#lib/model/evidence.ts';
import { runInBoundary } from '#lib/behaviours/error-boundary.ts';
import { marksOf, recordOf } from '#lib/behaviours/charts/marks.ts';
import { copyOf, fill, slot } from './panel.ts';

export type Records = Readonly<Record<string, PanelEntry>>;

/** After this many milliseconds without the records the link is followed instead. */
const PATIENCE = 4000;

/**
 * Opens the evidence of a mark or a cited sentence in place, in a modal dialog made from `template#evidence-panel`.
 * Escape, the close button or a click beside it close it, and the focus returns to where it came from; "previous" and
 * "next" lead through the marks of the same drawing, or the sentences of the page. After a click with a modifier, without
 * an entry, or without the records, the link works as usual.
 * @param load gives the records; `entry` is where the link leads, in the ledger. A page that is handed over alone holds
 * them in a `script[data-records]` and makes no request
 */
export function startEvidence(root: Document, load = (entry: URL) => held(root) ?? fetched(entry)): () => void {
	return runInBoundary((boundary) => {
		const template = root.querySelector<HTMLTemplateElement>('template#evidence-panel');
		const panel = template && copyOf(template);
		if (!(panel instanceof HTMLDialogElement)) return;
		root.body.append(panel);
		boundary.undo(() => panel.remove());

		let records: Promise<Records> | null = null;
		let from: Element | null = null;
		let shown: Element | null = null;
		let neighbours: readonly Element[] = [];

		const present = (link: Element, entry: PanelEntry, href: string): void => {
			shown?.removeAttribute('data-open');
			shown = link;
			link.setAttribute('data-open', '');
			const at = neighbours.indexOf(link);
			fill(panel, entry, href, { previous: at > 0, next: at >= 0 && at < neighbours.length - 1 });
			const opens = !panel.open;
			if (opens) {
				panel.showModal();
				keepInView(link, panel);
			}
			panel.scrollTop = 0;
			if (opens || root.activeElement?.matches(':disabled')) slot(panel, 'title')?.focus();
		};

		const open = async (link: Element): Promise<void> => {
			const href = link.getAttribute('href') ?? '';
			const address = new URL(href, root.baseURI);
			try {
				records ??= load(address);
				const entry = (await records)[recordOf(link)];
				if (!entry) throw new Error(recordOf(link));
				boundary.guard(present)(link, entry, href);
				// A panel that could not be filled is already closed; the link works as usual.
				if (!panel.isConnected) throw new Error(recordOf(link));
			} catch {
				records = null;
				location.assign(address);
			}
		};

		boundary.on(root, 'click', (event) => {
			const link = event.target instanceof Element ? event.target.closest('a[data-id], a[data-cite]') : null;
			const plain = event.button === 0 && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
			if (!link || !plain || event.defaultPrevented) return;
			const drawing = link.closest('.drawing');
			const isBeside = (other: Element): boolean => other.closest('svg') === link.closest('svg');
			neighbours = drawing ? marksOf(drawing) : [...root.querySelectorAll('a[data-cite]')].filter(isBeside);
			from = link;
			event.preventDefault();
			void open(link);
		});

		const turn = (by: number): void => {
			const link = neighbours[(shown ? neighbours.indexOf(shown) : -1) + by];
			if (link) void open(link);
		};
		const press = (name: string, act: () => void): void => {
			const button = slot(panel, name);
			if (button) boundary.on(button, 'click', act);
		};
		press('prev', () => turn(-1));
		press('next', () => turn(1));
		press('close', () => panel.close());
		// If the ledger is in the same document, its link leads behind the panel.
		boundary.on(window, 'hashchange', () => panel.close());
		// Only a click on the backdrop closes the dialog: not one inside, and not the end of a selection that began
		// inside.
		let pressed = false;
		const isBesidePanel = (event: MouseEvent): boolean => event.target === panel && !inside(panel, event);
		boundary.on(panel, 'pointerdown', (event) => {
			pressed = isBesidePanel(event);
		});
		boundary.on(panel, 'click', (event) => {
			if (pressed && isBesidePanel(event)) panel.close();
		});
		boundary.on(panel, 'close', () => {
			shown?.removeAttribute('data-open');
			shown = null;
			// A mark that has left the frame in the meantime cannot take the focus.
			for (const place of [from, from?.closest('.drawing')?.querySelector('[tabindex="0"]')]) {
				if (place instanceof HTMLElement || place instanceof SVGElement) place.focus({ preventScroll: true });
				if (root.activeElement === place) break;
			}
		});
	});
}

const held = (root: Document): Promise<Records> | null => {
	const records = root.querySelector('script[data-records]')?.textContent;
	return records === undefined ? null : Promise.resolve(JSON.parse(records) as Records);
};

async function fetched(entry: URL): Promise<Records> {
	const waiting = new AbortController();
	const end = setTimeout(() => waiting.abort(), PATIENCE);
	try {
		const answer = await fetch(new URL('records.json', entry), { signal: waiting.signal });
		if (!answer.ok) throw new Error(`${answer.status}`);
		return (await answer.json()) as Records;
	} finally {
		clearTimeout(end);
	}
}

/** A panel as wide as the page is at its foot; above the link if it would cover that and has more room there. */
function keepInView(link: Element, panel: HTMLElement): void {
	const { top, bottom } = link.getBoundingClientRect();
	const below = innerHeight - bottom;
	// No more than the window, if the link is out of sight.
	const room = Math.min(innerHeight, Math.max(top, below, innerHeight * 0.4));
	panel.style.setProperty('--room', `${room}px`);
	const covers = panel.offsetHeight > below && top > below;
	panel.style.setProperty('--foot', covers ? `${innerHeight - room}px` : '0px');
}

function inside(box: Element, { clientX, clientY }: MouseEvent): boolean {
	const { left, right, top, bottom } = box.getBoundingClientRect();
	return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}
