import { path } from 'd3';
import type { Stand } from '#lib/model/records.ts';

/** How a position is drawn, round its middle: what is filled and what is only outlined, as SVG path data. */
export interface Glyph {
	readonly filled: string;
	readonly outlined: string;
}

const r = 6.5;

/** Told apart by shape alone: a full circle affirms, a cross denies, a diamond differs, a half circle qualifies, a dash is silent. */
export const glyphs: Readonly<Record<Stand, Glyph>> = {
	affirms: { filled: circle(), outlined: '' },
	denies: { filled: '', outlined: stroke(-5, 5, 5, -5) + stroke(-5, -5, 5, 5) },
	differs: { filled: '', outlined: diamond() },
	qualifies: { filled: half(), outlined: circle() },
	silent: { filled: '', outlined: stroke(-3, 0, 3, 0) },
};

/** Round a sign: a speech bubble, for what somebody says in the article. */
export const bubble = 'M-10.5-10.5H10.5V9.5H-2L-7 13.5V9.5H-10.5Z';

function circle(): string {
	const p = path();
	p.arc(0, 0, r, 0, 2 * Math.PI);
	return p.toString();
}

function diamond(): string {
	const p = path();
	p.moveTo(0, -r);
	p.lineTo(r, 0);
	p.lineTo(0, r);
	p.lineTo(-r, 0);
	p.closePath();
	return p.toString();
}

function half(): string {
	const p = path();
	p.arc(0, 0, r, Math.PI / 2, (3 * Math.PI) / 2);
	p.closePath();
	return p.toString().replace(/-?\d+\.\d{2,}(e-?\d+)?/g, (number) => String(Math.round(Number(number) * 10) / 10));
}

function stroke(x0: number, y0: number, x1: number, y1: number): string {
	const p = path();
	p.moveTo(x0, y0);
	p.lineTo(x1, y1);
	return p.toString();
}
