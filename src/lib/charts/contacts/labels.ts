/** Where a step's labels stand, so that they clear nodes, beads and each other at every width. */
import type { Id } from '#lib/model/records.ts';
import { textWidth } from '#lib/geometry/text-width.ts';
import { balancedLines } from './lines.ts';

/** A box that a label should clear: its middle, `x` in percent, the rest in pixels. */
export interface Obstacle {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export interface LabelPlace {
	readonly id: Id;
	/** Percent. */
	readonly x: number;
	/** Baseline of the first line. */
	readonly y: number;
	/** Pixels to the right of `x`. */
	readonly dx: number;
	readonly anchor: 'start' | 'middle' | 'end';
	readonly lines: readonly string[];
}

interface Anchored {
	readonly id: Id;
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly r: number;
}

const widths = [288, 328, 480, 720, 1100];
const lineHeight = 14;
/** Labels are set in 13 px, widths are known for 12. */
const labelScale = 13 / 12;

/** Places one label for each bead, in the order given; the earlier has the better place. */
export function labelPlaces(beads: readonly Anchored[], obstacles: readonly Obstacle[]): LabelPlace[] {
	const placed: LabelPlace[] = [];
	for (const bead of beads) {
		const best = candidates(bead)
			.map((label) => ({ label, cost: cost(label, obstacles, placed) }))
			.reduce((a, b) => (b.cost < a.cost ? b : a));
		placed.push(best.label);
	}
	return placed;
}

function candidates(bead: Anchored): LabelPlace[] {
	const { id, x, y, r, text } = bead;
	return [balancedLines(text, 14), [text]].flatMap((lines) => {
		const below = y + r + 13;
		const above = y - r - 6 - (lines.length - 1) * lineHeight;
		const beside = y + 4 - ((lines.length - 1) * lineHeight) / 2;
		const gap = r + 5;
		return [
			{ id, x, y: above, dx: 0, anchor: 'middle', lines },
			{ id, x, y: below, dx: 0, anchor: 'middle', lines },
			{ id, x, y: beside, dx: gap, anchor: 'start', lines },
			{ id, x, y: beside, dx: -gap, anchor: 'end', lines },
			{ id, x, y: above, dx: -4, anchor: 'start', lines },
			{ id, x, y: above, dx: 4, anchor: 'end', lines },
			{ id, x, y: below, dx: -4, anchor: 'start', lines },
			{ id, x, y: below, dx: 4, anchor: 'end', lines },
		] satisfies LabelPlace[];
	});
}

interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

function labelBox(label: LabelPlace, width: number): Box {
	const size = Math.max(...label.lines.map(textWidth)) * labelScale;
	const at = (label.x / 100) * width + label.dx;
	const left = label.anchor === 'start' ? at : label.anchor === 'end' ? at - size : at - size / 2;
	return { left, right: left + size, top: label.y - 11, bottom: label.y + 3 + (label.lines.length - 1) * lineHeight };
}

function obstacleBox({ x, y, width, height }: Obstacle, plot: number): Box {
	const at = (x / 100) * plot;
	return { left: at - width / 2, right: at + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** Square pixels covered, over all widths; what leaves the drawing counts ten times. */
function cost(label: LabelPlace, obstacles: readonly Obstacle[], placed: readonly LabelPlace[]): number {
	return widths.reduce((sum, width) => {
		const own = labelBox(label, width);
		const outside = Math.max(0, -own.left) + Math.max(0, own.right - width);
		const others = [...obstacles.map((o) => obstacleBox(o, width)), ...placed.map((p) => labelBox(p, width))];
		return sum + outside * 140 + others.reduce((covered, other) => covered + overlap(own, other), 0);
	}, 0);
}

function overlap(a: Box, b: Box): number {
	const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
	const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
	return x > 0 && y > 0 ? x * y : 0;
}
