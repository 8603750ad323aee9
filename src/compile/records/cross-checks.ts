/** Checks records against each other: dates against what was known and who was in office, dyads against sides, figures against passages. */
import type { Actor, Contact, DateSpan, Event, Tie, Dyad, Side, Annotation, Figure } from '#lib/model/records.ts';
import { quoted, type Spot, type Reporter } from '#compile/diagnostic.ts';
import { directionOf } from '#lib/model/subject.ts';
import type { SubjectSeed } from '#compile/seeds/items.ts';
import { mentionsIn } from '#compile/copy/proof/mentions.ts';

type At = (...path: (string | number)[]) => Spot;
interface Dated<T> {
	readonly record: T;
	readonly at: At;
}

/** An interval lasts; any other date is one moment between its bounds. */
const lasts = ({ edtf }: DateSpan): boolean => edtf.includes('/');
/** Whether a date, if there is one, could be read. */
const isSound = (date: DateSpan | null): boolean => date === null || isRead(date);
const isRead = ({ min, max }: DateSpan): boolean => min !== '' && max !== '';

/** Reports contacts that may lie after the day on which they were known; planned ones may be known before. */
export function checkKnown(contacts: readonly Dated<Contact>[], report: Reporter): void {
	for (const { record, at } of contacts) {
		const { date, known, status } = record;
		if (status === 'proposed' || !isRead(date) || !isRead(known)) continue;
		if (date.min <= known.max && (lasts(date) || date.max <= known.max)) continue;
		const late = lasts(date) ? date.min : date.max;
		const instead = 'write an earlier date, or a later “known”';
		report(
			at('date', 'edtf'),
			'date-after-known',
			`the date can be as late as ${late}, but “known” is ${known.max}; ${instead}`,
		);
	}
}

/** Reports contacts of a posting's holder that may lie outside it. */
export function checkPostings(contacts: readonly Dated<Contact>[], ties: readonly Tie[], report: Reporter): void {
	const postings = new Map(ties.flatMap((tie) => (tie.holder === null ? [] : [[tie.holder, tie] as const])));
	for (const { record, at } of contacts) {
		for (const id of record.participants) {
			const posting = postings.get(id);
			if (posting === undefined || ![record.date, posting.opened, posting.cut, posting.stood].every(isSound)) continue;
			const [from, to] = [posting.opened?.min ?? '', (posting.cut ?? posting.stood)?.max ?? '9'];
			if (from <= record.date.min && record.date.max <= to) continue;
			const instead = `write a date between ${from} and ${to}`;
			report(
				at('date', 'edtf'),
				'date-outside-role',
				`the date can be outside the posting ${quoted(posting.id)}; ${instead}`,
			);
		}
	}
}

/** Reports events outside every role of an actor whose roles are all dated. People may meet before they have an office. */
export function checkRoles(events: readonly Dated<Event>[], actors: readonly Actor[], report: Reporter): void {
	const roles = new Map(
		actors.flatMap(({ id, kind, roles: all }) => {
			const spans = all.flatMap(({ date }) => date ?? []);
			return kind === 'person' && spans.length > 0 && spans.length === all.length ? [[id, spans] as const] : [];
		}),
	);
	for (const { record, at } of events) {
		for (const id of record.initiators) {
			const spans = roles.get(id);
			const { min, max } = record.date;
			if (
				spans === undefined ||
				![record.date, ...spans].every(isRead) ||
				spans.some((role) => role.min <= max && min <= role.max)
			)
				continue;
			const message = `no dated role of ${quoted(id)} in seeds/actors.yaml covers ${min === max ? min : `${min} to ${max}`}; correct the date, or write the role that the actor had then`;
			report(at('date', 'edtf'), 'date-outside-role', message);
		}
	}
}

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

/** Reports a figure whose value is in none of its passages; missing passages are reported elsewhere. */
export function checkFigure(
	{ id, value, evidence }: Figure,
	spot: Spot,
	annotations: ReadonlyMap<string, Annotation>,
	report: Reporter,
): void {
	const passages = evidence.map((passage) => annotations.get(passage)?.exact ?? '');
	const numbers = passages.flatMap(numbersIn);
	if (passages.length === 0 || passages.includes('') || numbers.includes(value)) return;
	const have = numbers.length === 0 ? 'no number' : [...new Set(numbers)].join(', ');
	const instead = `write what the article says, or write “supports: [${id}]” at the passage that has it`;
	report(
		spot,
		'figure-unfounded',
		`no passage of ${quoted(id)} contains ${String(value)} (they contain ${have}); ${instead}`,
	);
}

function numbersIn(text: string): number[] {
	return mentionsIn(text).flatMap((one) =>
		one.type === 'number' ? one.value : [one.day ?? [], one.year ?? [], one.toYear ?? []].flat(),
	);
}
