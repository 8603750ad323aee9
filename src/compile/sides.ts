/** An act's dyad against the sides of those who do it and of those it is done to. */
import type { Actor, Event } from '#lib/model/records.ts';
import { quoted, type Spot, type Tell } from './diagnostic.ts';

/** Told of each event, at its dyad, whose actors stand on other sides than it says. */
export function checkSides(
	events: readonly { readonly record: Event; readonly at: (...path: string[]) => Spot }[],
	actors: readonly Actor[],
	tell: Tell,
): void {
	const sides = new Map<string, Actor['side']>(actors.map(({ id, side }) => [id, side]));
	const sidesOf = (ids: readonly string[]) => ids.flatMap((id) => sides.get(id) ?? []);
	for (const { record, at } of events) {
		const instead = wrongIn(record.dyad, sidesOf(record.initiators), sidesOf(record.targets));
		if (instead) tell(at('dyad'), 'dyad-sides', `the actors of ${quoted(record.id)} are not of this dyad; ${instead}`);
	}
}

/** What to write instead; null where the sides are those of the dyad. */
function wrongIn(dyad: Event['dyad'], from: readonly Actor['side'][], to: readonly Actor['side'][]): string | null {
	const all = new Set([...from, ...to]);
	const isBoth = all.has('us') && all.has('ru');
	if (dyad === 'third-party') return null;
	if (dyad === 'internal') return isBoth ? 'name those of one country only, or give the dyad of the two' : null;
	if (dyad === 'mutual') return isBoth ? null : 'name actors of both countries';
	const [doer, other] = dyad === 'us-ru' ? (['us', 'ru'] as const) : (['ru', 'us'] as const);
	if (from.some((side) => side !== doer)) return `let ${doer} alone initiate it, or mend the dyad`;
	return to.includes(other) ? null : `name a target on the side ${other}, or mend the dyad`;
}
