/** Where a step's labels stand, so that they clear nodes, beads and each other at every width. */
import type { Id } from '#lib/model/records.ts';
import { textWidth } from '#lib/geometry/text-width.ts';
import { balancedLines } from '#lib/geometry/lines.ts';

/** A box that a label should clear: its middle, `x` in percent, the rest in pixels. */
export interface Obstacle {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A straight line, its ends' `x` in percent. */
export interface Stretch {
	readonly x1: number;
	readonly y1: number;
	readonly x2: number;
	readonly y2: number;
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
export function labelPlaces(
	beads: readonly Anchored[],
	obstacles: readonly Obstacle[],
	lines: readonly Stretch[],
): LabelPlace[] {
	const placed: LabelPlace[] = [];
	for (const bead of beads) {
		const best = candidates(bead)
			.map((label) => ({ label, cost: cost(label, obstacles, placed, lines) }))
			.reduce((a, b) => (b.cost < a.cost ? b : a));
		placed.push(best.label);
	}
	return placed;
}

function candidates(bead: Anchored): LabelPlace[] {
	const { id, x, y, text } = bead;
	const shapes = [balancedLines(text, 14), [text]].flatMap((lines) => [bead.r, bead.r + 9].map((r) => ({ lines, r })));
	return shapes.flatMap(({ lines, r }) => {
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

/** The corner of a drawing of this height in which lines of text cover least. */
export function cornerPlace(lines: readonly string[], height: number, obstacles: readonly Obstacle[]): LabelPlace {
	const top = 11;
	const bottom = height - 3 - (lines.length - 1) * lineHeight;
	const corners = [
		{ x: 0, y: top, anchor: 'start' },
		{ x: 100, y: top, anchor: 'end' },
		{ x: 0, y: bottom, anchor: 'start' },
		{ x: 100, y: bottom, anchor: 'end' },
	] as const;
	return corners
		.map((corner) => ({ ...corner, id: '', dx: 0, lines }))
		.reduce((a, b) => (cost(b, obstacles, [], []) < cost(a, obstacles, [], []) ? b : a));
}

/** Square pixels that a box shares with others, over all widths. */
export function coveredBy(box: Obstacle, others: readonly Obstacle[]): number {
	return widths.reduce((sum, width) => {
		const own = obstacleBox(box, width);
		return sum + others.reduce((covered, other) => covered + overlap(own, obstacleBox(other, width)), 0);
	}, 0);
}

/** At how many of the widths a line runs through a box. Sampled, so a mere touch at a corner may go unseen. */
export function runsThrough(line: Stretch, box: Obstacle): number {
	return widths.filter((width) => crosses(line, obstacleBox(box, width), width)).length;
}

function crosses(line: Stretch, { left, right, top, bottom }: Box, width: number): boolean {
	return Array.from({ length: 41 }, (_, index) => index / 40).some((t) => {
		const x = ((line.x1 + t * (line.x2 - line.x1)) / 100) * width;
		const y = line.y1 + t * (line.y2 - line.y1);
		return x > left && x < right && y > top && y < bottom;
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
	const bottom = label.y + 5 + (label.lines.length - 1) * lineHeight;
	return { left: left - 2, right: left + size + 2, top: label.y - 12, bottom };
}

function obstacleBox({ x, y, width, height }: Obstacle, plot: number): Box {
	const at = (x / 100) * plot;
	return { left: at - width / 2, right: at + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** Square pixels covered, over all widths; counted four times; what leaves the drawing counts more, a line run through less. */
function cost(
	label: LabelPlace,
	obstacles: readonly Obstacle[],
	placed: readonly LabelPlace[],
	lines: readonly Stretch[],
): number {
	return widths.reduce((sum, width) => {
		const own = labelBox(label, width);
		const outside = Math.max(0, -own.left) + Math.max(0, own.right - width);
		const others = [...obstacles.map((o) => obstacleBox(o, width)), ...placed.map((p) => labelBox(p, width))];
		const covered = others.reduce((all, other) => all + overlap(own, other) * 4, 0);
		return sum + outside * 140 + covered + lines.filter((line) => crosses(line, own, width)).length * 150;
	}, 0);
}

function overlap(a: Box, b: Box): number {
	const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
	const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
	return x > 0 && y > 0 ? x * y : 0;
}
