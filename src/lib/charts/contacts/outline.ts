import { pathRound } from 'd3';
import type { Side } from '#lib/model/records.ts';
import type { Subject } from '#lib/model/subject.ts';

/** How the ends of a bar are: those of the first side are round, those of the second square, all others pointed. */
export type Form = 'round' | 'square' | 'pointed';

export function formOf(side: Side, { sides: [first, second] }: Pick<Subject, 'sides'>): Form {
	return side === first.code ? 'round' : side === second.code ? 'square' : 'pointed';
}

/** The bar of somebody in the network, round `x` and 0, as path data. */
export function outline(form: Form, x: number, width: number, height: number): string {
	const [half, tall] = [width / 2, height / 2];
	const p = pathRound(1);
	if (form === 'square') p.rect(x - half, -tall, width, height);
	else {
		p.moveTo(x - half, half - tall);
		if (form === 'round') p.arc(x, half - tall, half, Math.PI, 0);
		else p.lineTo(x, -tall - 1);
		p.lineTo(x + half, half - tall);
		p.lineTo(x + half, tall - half);
		if (form === 'round') p.arc(x, tall - half, half, 0, Math.PI);
		else p.lineTo(x, tall + 1);
		p.lineTo(x - half, tall - half);
		p.closePath();
	}
	return p.toString();
}
