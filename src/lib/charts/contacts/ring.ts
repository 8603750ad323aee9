import type { NodePlace } from './geometry.ts';

/** Between those who had contact with the centre and the wider circle. */
export interface Ring {
	/** Percent. */
	readonly cx: number;
	readonly cy: number;
	/** Percent. */
	readonly rx: number;
	readonly ry: number;
}

/** The ellipse round the centre, halfway between the last of the first degree and the first of the wider circle. */
export function ringBetween(nodes: readonly NodePlace[], height: number): Ring | null {
	const centre = nodes.find((node) => node.centre);
	if (!centre) return null;
	// In shares of the half drawing: stretching it stretches the ellipse along, so that it parts them at every width.
	const away = (node: NodePlace): number => Math.hypot((node.x - centre.x) / 50, (node.y - centre.y) / (height / 2));
	const inner = Math.max(...nodes.filter((node) => node.degree === 1).map(away));
	const outer = Math.min(...nodes.filter((node) => node.degree === 2).map(away));
	if (!Number.isFinite(outer) || outer - inner < 0.1) return null;
	const share = (inner + outer) / 2;
	return { cx: centre.x, cy: centre.y, rx: round(share * 50), ry: round((share * height) / 2) };
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
