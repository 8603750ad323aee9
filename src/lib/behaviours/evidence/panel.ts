import type { PanelEntry } from '#lib/model/evidence.ts';

/** The links to the previous and next record. */
export interface Neighbours {
	readonly previous: boolean;
	readonly next: boolean;
}

/** The part of a panel with this name in its template. */
export function slot(panel: ParentNode, name: string): HTMLElement | null {
	return panel.querySelector(`[data-slot="${name}"]`);
}

/** A copy of a template's content; null if it has no element. */
export function copyOf(template: HTMLTemplateElement): HTMLElement | null {
	const copy = template.content.firstElementChild?.cloneNode(true);
	return copy instanceof HTMLElement ? copy : null;
}

/**
 * Fills the panel with one record. Lines without words are hidden.
 * @param panel a copy of `template#evidence-panel`, which holds the template of one passage
 * @param href the address of the record's entry in the ledger
 */
export function fill(panel: HTMLElement, entry: PanelEntry, href: string, neighbours: Neighbours): void {
	for (const name of ['title', 'date', 'basis', 'status', 'support', 'dispute'] as const)
		write(slot(panel, name), entry[name]);
	slot(panel, 'link')?.setAttribute('href', href);
	const copy = slot(panel, 'copy');
	copy?.removeAttribute('data-done');
	// Only secure contexts have a clipboard.
	copy?.toggleAttribute('hidden', !isSecureContext);
	const copied = slot(panel, 'copied');
	if (copied) copied.textContent = '';
	slot(panel, 'prev')?.toggleAttribute('disabled', !neighbours.previous);
	slot(panel, 'next')?.toggleAttribute('disabled', !neighbours.next);

	const passages = slot(panel, 'passages');
	const template = panel.querySelector('template');
	if (!passages || !template) return;
	for (const old of passages.querySelectorAll('[data-stance]')) old.remove();
	for (const passage of entry.passages) {
		const item = copyOf(template);
		if (!item) return;
		item.dataset['stance'] = passage.stance;
		// Not that an article supports a record: readers would take that for its opinion of what happened.
		const stance = passage.stance === 'supports' ? '' : `${passage.stance} this`;
		for (const [name, text] of Object.entries({ ...passage, stance }))
			write(item.querySelector<HTMLElement>(`[data-slot-item="${name}"]`), text);
		passages.append(item);
	}
}

function write(place: HTMLElement | null, text: string): void {
	if (!place) return;
	place.textContent = text;
	place.hidden = text === '';
}
