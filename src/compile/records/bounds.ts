/**
 * Checks dates against each other: a contact must not be dated after it was known, nor an act outside its actor's terms
 * of office.
 */
import type { Actor, Contact, DateSpan, Event, Tie } from '#lib/model/records.ts';
import { quoted, type Spot, type Reporter } from '#compile/diagnostic.ts';

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
