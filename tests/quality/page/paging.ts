/** The lines that a reader who pages through the page has seen entirely and uncovered. */

interface Line {
	readonly part: Element;
	/** Which line of the part. */
	readonly row: number;
	/** From the top of the page, in pixels. */
	readonly top: number;
	readonly height: number;
	readonly left: number;
	readonly right: number;
	isSeen: boolean;
}

/** Blocks whose lines are checked; without drawings and closed content. */
const WORDS =
	'main :is(h1, h2, h3, p, li, dt, dd, blockquote):not(:is(form, details, dialog, .stage) *, .sr-only, .description)';

/** The current lines of the page's text. */
function linesOf(): Line[] {
	const parts = [...document.querySelectorAll(WORDS)].filter(
		(part) => !part.querySelector('p, h3') && part.checkVisibility({ visibilityProperty: true }),
	);
	return parts.flatMap((part) => {
		const range = document.createRange();
		range.selectNodeContents(part);
		const lines: Line[] = [];
		for (const { top, height, left, right, width } of range.getClientRects()) {
			if (width < 4 || height < 8) continue;
			const last = lines.at(-1);
			const isSame = last && Math.abs(last.top - scrollY - top) < height / 2;
			if (isSame) lines[lines.length - 1] = { ...last, right: Math.max(last.right, right) };
			else lines.push({ part, row: lines.length, top: top + scrollY, height, left, right, isSeen: false });
		}
		return lines;
	});
}

let lines: Line[] = [];

/** Whether a line is entirely in the window and uncovered, or covered by the same text. */
function isEntirelySeen({ part, height, left, right }: Line, top: number): boolean {
	if (top < -1 || top + height > innerHeight + 1) return false;
	const xs = [left + 3, (left + right) / 2, right - 3];
	return [top + 2, top + height / 2, top + height - 2].every((y) =>
		xs.every((x) => {
			const hit = document.elementFromPoint(x, y);
			return hit !== null && (part.contains(hit) || hit.contains(part) || hit.textContent === part.textContent);
		}),
	);
}

/** Starts over. Returns the number of lines. */
export function beginPaging(): number {
	lines = linesOf();
	return lines.length;
}

/** Records which lines are visible now. Each line is measured, because sticky elements move. */
export function lookAtPage(): void {
	const now = new Map<Element, Line[]>();
	for (const line of linesOf()) now.set(line.part, [...(now.get(line.part) ?? []), line]);
	for (const line of lines) {
		const current = now.get(line.part)?.[line.row];
		if (current && !line.isSeen) line.isSeen = isEntirelySeen(current, current.top - scrollY);
	}
}

/** The lines that were never entirely visible, with their positions. */
export const unseenLines = (): string[] =>
	lines
		.filter(({ isSeen }) => !isSeen)
		.map(
			({ part, top }) =>
				`${part.closest('[id]')?.id} ${part.localName} at ${Math.round(top)}: ${part.textContent.trim().slice(0, 40)}`,
		);
