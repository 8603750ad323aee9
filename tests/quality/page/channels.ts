/** Whether kinds of marks differ in something other than colour. */
import { usedBy } from './used.ts';

const SHAPES = 'path, circle, rect, line, ellipse';

/** Everything about a mark's shapes except colour and size: form, dash, end, and whether they are filled. */
function look(mark: Element): string {
	const paper = getComputedStyle(document.documentElement).backgroundColor;
	const shapes = [mark, ...usedBy(mark)]
		.flatMap((part) => [...part.querySelectorAll(SHAPES)])
		.filter((shape) => !shape.matches('.hit, [pointer-events]') && shape.checkVisibility());
	const looks = shapes.map((shape) => {
		const { strokeDasharray, strokeLinecap, fill, markerEnd } = getComputedStyle(shape);
		const form = shape.localName === 'path' ? shape.getAttribute('d') : shape.localName;
		const open = fill === 'none' || fill === paper;
		return [form, strokeDasharray, strokeLinecap, open, markerEnd.includes('bar')].join(' ');
	});
	return [...new Set(looks)].sort().join('; ');
}

/** The side of the zero line on which a bar is. */
function side(mark: Element): string {
	const zero = [...(mark.closest('.drawing')?.querySelectorAll('.zero') ?? [])].find((line) => line.checkVisibility());
	const bar = [...mark.querySelectorAll(SHAPES)].find((shape) => !shape.matches('.hit') && shape.checkVisibility());
	if (!zero || !bar) return '';
	const { left, right } = bar.getBoundingClientRect();
	return (left + right) / 2 < zero.getBoundingClientRect().left ? 'left' : 'right';
}

interface Kinds {
	readonly marks: string;
	/** The kind of a mark; marks without one are left out. */
	of(mark: Element): string | undefined;
	/** What tells kinds apart. */
	by(mark: Element): string;
}

const attribute =
	(name: string) =>
	(mark: Element): string | undefined =>
		mark.getAttribute(name) ?? undefined;

/** What each chart encodes by colour or line. */
const charts: Readonly<Record<string, readonly Kinds[]>> = {
	relations: [
		{
			marks: 'a.mark',
			of: (mark) => ['cooperation', 'conflict'].find((kind) => mark.classList.contains(kind)),
			by: side,
		},
	],
	ties: [{ marks: 'a.mark :is(.sure, .cut)', of: (part) => part.classList[0], by: (part) => part.localName }],
	contacts: [{ marks: 'a.contact', of: attribute('data-status'), by: look }],
	accounts: [{ marks: '.signs > g', of: ({ id }) => id, by: look }],
};

/** The pairs of kinds in a chart whose marks differ by colour only, one line each, and the number of kinds. */
export function toldByColourAlone(root: ParentNode): { kinds: number; alike: string[] } {
	const alike: string[] = [];
	let count = 0;
	for (const [chart, all] of Object.entries(charts)) {
		for (const { marks, of, by } of all) {
			const looks = new Map<string, Set<string>>();
			for (const mark of root.querySelectorAll(`figure[data-chart="${chart}"] .drawing ${marks}`)) {
				const kind = of(mark);
				if (!kind || !mark.checkVisibility()) continue;
				looks.set(kind, (looks.get(kind) ?? new Set()).add(by(mark)));
			}
			count += looks.size;
			const kinds = [...looks.keys()];
			for (const [at, one] of kinds.entries())
				for (const other of kinds.slice(at + 1)) {
					const shared = [...(looks.get(one) ?? [])].filter((look) => looks.get(other)?.has(look));
					if (shared.length > 0) alike.push(`${chart}: ${one} and ${other} differ in colour alone`);
				}
		}
	}
	return { kinds: count, alike };
}
