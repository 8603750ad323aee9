/** Checks that an event's dyad matches the sides of its actors and targets. */
import type { Actor, Dyad, Event, Side } from '#lib/model/records.ts';
import { directionOf } from '#lib/model/subject.ts';
import { quoted, type Spot, type Reporter } from '#compile/diagnostic.ts';
import type { SubjectSeed } from '#compile/seeds/items.ts';

/** Reports each event whose actors or targets are on other sides than its dyad says. */
export function checkSides(
	events: readonly { readonly record: Event; readonly at: (...path: string[]) => Spot }[],
	actors: readonly Actor[],
	subject: SubjectSeed,
	report: Reporter,
): void {
	const sides = new Map(actors.map(({ id, side }) => [id, side]));
	const sidesOf = (ids: readonly string[]) => ids.flatMap((id) => sides.get(id) ?? []);
	for (const { record, at } of events) {
		const instead = wrongIn(record.dyad, sidesOf(record.initiators), sidesOf(record.targets), subject);
		if (instead)
			report(
				at('dyad'),
				'dyad-sides',
				`the actors of ${quoted(record.id)} do not match the dyad ${quoted(record.dyad)}; ${instead}`,
			);
	}
}

/** What to write instead; null if the sides match the dyad. */
function wrongIn(dyad: Dyad, from: readonly Side[], to: readonly Side[], subject: SubjectSeed): string | null {
	const { sides, parties } = subject;
	const all = new Set([...from, ...to]);
	const isBoth = sides.every(({ code }) => all.has(code));
	const direction = directionOf(dyad, subject);
	if (dyad === 'internal')
		return isBoth ? `name actors of only one ${parties.one}, or write the dyad of the two` : null;
	if (dyad === 'mutual') return isBoth ? null : `name actors of both ${parties.many}, or write another dyad`;
	// An unknown dyad is already reported.
	if (direction === null) return null;
	const [doer = '', other = ''] = direction.map(({ code }) => code);
	if (from.some((side) => side !== doer))
		return `all its “initiators” must be on the side ${doer}: remove the others, or write another dyad`;
	return to.includes(other) ? null : `name one of the “targets” on the side ${other}, or write another dyad`;
}
