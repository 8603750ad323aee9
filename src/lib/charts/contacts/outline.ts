import { pathRound } from 'd3';
import type { Side } from '#lib/model/records.ts';

/** The bar of somebody in the network, round `x` and 0, as path data: round ends American, square Russian, pointed others. */
export function outline(side: Side, x: number, width: number, height: number): string {
	const [half, tall] = [width / 2, height / 2];
	const p = pathRound(1);
	if (side === 'ru') p.rect(x - half, -tall, width, height);
	else {
		p.moveTo(x - half, half - tall);
		if (side === 'us') p.arc(x, half - tall, half, Math.PI, 0);
		else p.lineTo(x, -tall - 1);
		p.lineTo(x + half, half - tall);
		p.lineTo(x + half, tall - half);
		if (side === 'us') p.arc(x, tall - half, half, 0, Math.PI);
		else p.lineTo(x, tall + 1);
		p.lineTo(x - half, tall - half);
		p.closePath();
	}
	return p.toString();
}
