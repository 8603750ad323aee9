/** The marks of one drawing that are visible and can be opened, in document order. */
export function marksOf(drawing: Element, selector = 'a[data-id]'): SVGElement[] {
	return [...drawing.querySelectorAll<SVGElement>(selector)].filter(
		(mark) => !mark.closest('[data-off], [data-out]') && !emptied(mark),
	);
}

/** Whether all shapes of a mark are out of this frame: the mark itself stays in the document. */
function emptied(mark: Element): boolean {
	const shapes = [...mark.children].filter(({ localName }) => localName !== 'title');
	return shapes.length > 0 && shapes.every((shape) => shape.hasAttribute('data-off'));
}

/** The id of the record behind a mark or a cited sentence: where its link leads, in the ledger or in this document. */
export function recordOf(link: Element): string {
	return link.getAttribute('data-id') ?? /[^#/]*$/.exec(link.getAttribute('href') ?? '')?.[0] ?? '';
}

/** The accessible name of a mark: its own, or the words of the elements that it refers to. */
export function nameOf(mark: Element): string {
	const ids = mark.getAttribute('aria-labelledby')?.split(' ') ?? [];
	const parts = ids.map((id) => mark.ownerDocument.getElementById(id)).flatMap((part) => part ?? []);
	const words = parts.flatMap((part) => (part.localName === 'tr' ? [...part.children] : [part]));
	return mark.getAttribute('aria-label') ?? words.map(({ textContent }) => textContent.trim()).join(' ');
}
