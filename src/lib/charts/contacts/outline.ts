import { pathRound } from 'd3';
import type { Side } from '#lib/model/records.ts';
import type { Subject } from '#lib/model/subject.ts';

/** The ends of a bar: round for the first side, square for the second, pointed for all others. */
export type Form = 'round' | 'square' | 'pointed';

export function formOf(side: Side, { sides: [first, second] }: Pick<Subject, 'sides'>): Form {
	return side === first.code ? 'round' : side === second.code ? 'square' : 'pointed';
}

/** The outline of an actor's bar, centred on `x` and 0, as path data. */
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
