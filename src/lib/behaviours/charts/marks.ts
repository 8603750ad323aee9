/** Marks of one drawing that a reader can now see and open, in reading order: that of the document. */
export function marksOf(drawing: Element, selector = 'a[data-id]'): SVGElement[] {
	return [...drawing.querySelectorAll<SVGElement>(selector)].filter(
		(mark) => !mark.closest('[data-off], [data-out]') && !emptied(mark),
	);
}

/** A mark stays in the document when its shapes have no place in this frame. */
function emptied(mark: Element): boolean {
	const shapes = [...mark.children].filter(({ localName }) => localName !== 'title');
	return shapes.length > 0 && shapes.every((shape) => shape.hasAttribute('data-off'));
}

/** The id of the record that a mark or a cited sentence is evidence for: where it leads, in the ledger or in this document. */
export function recordOf(link: Element): string {
	return link.getAttribute('data-id') ?? /[^#/]*$/.exec(link.getAttribute('href') ?? '')?.[0] ?? '';
}
