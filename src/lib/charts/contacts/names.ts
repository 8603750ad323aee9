/** Where names stand: under their nodes or above them, as lines allow; and the boxes that labels should clear. */
import { textWidth } from '#lib/geometry/text-width.ts';
import type { LinkPlace, NodePlace, Spoke } from './geometry.ts';
import { coveredBy, runsThrough, type Obstacle } from './labels.ts';

const lineHeight = 13;

/** Sets each name under its node, or above it where fewer lines run through it there. */
export function withNames(nodes: readonly NodePlace[], links: readonly LinkPlace[], height: number): NodePlace[] {
	const spokes = links.flatMap((link) => link.spokes);
	const shapes = [...nodes.map(shapeBox), ...links.map(beadBox)];
	return nodes.reduce<NodePlace[]>((placed, node, index) => {
		const under = node;
		const above = { ...node, nameY: -node.r - 6 - (node.lines.length - 1) * lineHeight };
		const others = [...shapes, ...[...placed, ...nodes.slice(index + 1)].map(nameBox)];
		const better = nameCost(above, spokes, others, height) < nameCost(under, spokes, others, height);
		return [...placed, better ? above : under];
	}, []);
}

/** Square pixels covered, and what lines and the drawing's edge count as. */
function nameCost(node: NodePlace, spokes: readonly Spoke[], others: readonly Obstacle[], height: number): number {
	const box = nameBox(node);
	const lines = spokes.reduce((sum, spoke) => sum + runsThrough(spoke, box), 0);
	const isOutside = box.y - box.height / 2 < 0 || box.y + box.height / 2 > height;
	return lines * 40 + coveredBy(box, others) + (isOutside ? 1e4 : 0);
}

/** What a node covers. */
export function shapeBox(node: NodePlace): Obstacle {
	return { x: node.x, y: node.y, width: node.r * 2, height: node.r * 2 };
}

/** What its name covers. */
export function nameBox(node: NodePlace): Obstacle {
	const size = { width: Math.max(...node.lines.map(textWidth)), height: node.lines.length * lineHeight };
	return { x: node.x, y: node.y + node.nameY - 10 + size.height / 2, ...size };
}

/** What the bead of a contact covers. */
export function beadBox({ bead }: LinkPlace): Obstacle {
	return { x: bead.x, y: bead.y, width: bead.r * 2, height: bead.r * 2 };
}
