import type { PositionKind } from '#lib/model/questions.ts';

/**
 * The glyph of each position, centred on the origin, as SVG path data. Distinguished by shape alone: a tick affirms, a
 * cross denies, a diamond differs, a wave qualifies, a dash is silent.
 */
export const glyphs: Readonly<Record<PositionKind, string>> = {
	affirms: 'M-5.5 0.5L-2 4.5L5.5-5',
	denies: 'M-5-5L5 5M-5 5L5-5',
	differs: 'M0-6.5L6.5 0L0 6.5L-6.5 0Z',
	qualifies: 'M-6.5 2C-4.5-4-2-3.5 0 0S4.5 4 6.5-2',
	silent: 'M-3 0H3',
};

/** A speech bubble around a glyph: somebody whom the article quotes gives the answer. */
export const bubble = 'M-10.5-10.5H10.5V9.5H-2L-7 13.5V9.5H-10.5Z';

/** The id of a sign in a page; `besides`: of another answer, beside it. */
export const signId = (kind: PositionKind, form?: 'quoted' | 'besides'): string =>
	`is-${kind}${form ? `-${form}` : ''}`;

/** Moves the second of the signs beside an answer to its left. */
export const atLeft = (index: number): string | undefined => (index > 0 ? 'translate(-17)' : undefined);
