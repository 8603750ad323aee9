/** Which lines of a page a reader who pages through it has seen whole, with nothing over them. */

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

/** Blocks whose lines are read. Drawings are no lines, and what is folded is opened by other keys. */
const WORDS =
	'main :is(h1, h2, h3, p, li, dt, dd, blockquote):not(:is(form, details, dialog, .stage) *, .sr-only, .description)';

/** The lines of the page's words, as they stand now. */
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

/** Whether a line stands whole in the window now, and what is painted along it is its own, or says the same in its place. */
function isWhole({ part, height, left, right }: Line, top: number): boolean {
	if (top < -1 || top + height > innerHeight + 1) return false;
	const xs = [left + 3, (left + right) / 2, right - 3];
	return [top + 2, top + height / 2, top + height - 2].every((y) =>
		xs.every((x) => {
			const hit = document.elementFromPoint(x, y);
			return hit !== null && (part.contains(hit) || hit.contains(part) || hit.textContent === part.textContent);
		}),
	);
}

/** Begins anew. Gives how many lines there are. */
export function beginPaging(): number {
	lines = linesOf();
	return lines.length;
}

/** Notes what is seen now. What sticks may be anywhere: each line is asked where it is. */
export function lookAtPage(): void {
	const now = new Map<Element, Line[]>();
	for (const line of linesOf()) now.set(line.part, [...(now.get(line.part) ?? []), line]);
	for (const line of lines) {
		const current = now.get(line.part)?.[line.row];
		if (current && !line.isSeen) line.isSeen = isWhole(current, current.top - scrollY);
	}
}

/** The lines that never stood whole and uncovered, with where they stand. */
export const unseenLines = (): string[] =>
	lines
		.filter(({ isSeen }) => !isSeen)
		.map(
			({ part, top }) =>
				`${part.closest('[id]')?.id} ${part.localName} at ${Math.round(top)}: ${part.textContent.trim().slice(0, 40)}`,
		);
