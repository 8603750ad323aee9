/** The values of a record for each filter. */
import type { LedgerKind, Traits } from '#lib/model/ledger.ts';
import type { DateSpan, Evidenced, Id } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { disputedIds } from './disputes.ts';

/** Every year from the earliest possible day to the latest, each once and in order. */
export function yearsOf(dates: readonly (DateSpan | null | undefined)[]): number[] {
	const years = dates.flatMap((date) => {
		if (!date) return [];
		const [from, to] = [Number(date.min.slice(0, 4)), Number(date.max.slice(0, 4))];
		return Array.from({ length: to - from + 1 }, (_, index) => from + index);
	});
	return [...new Set(years)].sort((a, b) => a - b);
}

/** Values that a kind of record adds to the common ones. */
interface Own {
	readonly sources?: readonly Id[];
	readonly actors?: readonly Id[];
	readonly years?: readonly number[];
	readonly statuses?: readonly string[];
}

/** Values of every record with an entry of its own, by id. */
export function traitsOf(story: Story): ReadonlyMap<Id, Traits> {
	const disputed = disputedIds(story);
	const events = new Map(story.events.map((event) => [event.id, event]));
	const party = (id: Id | null): Id[] => {
		const event = id === null ? undefined : events.get(id);
		return event ? [...event.initiators, ...event.targets] : [];
	};
	/** The actors of a record that names none: those in the same passages. */
	const beside = ({ evidence }: Evidenced): Id[] => {
		const own = new Set(evidence);
		return story.actors.filter((actor) => actor.evidence.some((id) => own.has(id))).map(({ id }) => id);
	};
	const traits = (record: Evidenced & { readonly id: Id }, own: Own): [Id, Traits] => [
		record.id,
		{
			sources: own.sources ?? [...new Set([...record.sources, ...record.qualifiedBy, ...record.disputedBy])],
			actors: [...new Set(own.actors ?? [])].sort(),
			years: own.years ?? [],
			statuses: own.statuses ?? [],
			disputed: disputed.has(record.id),
		},
	];
	return new Map([
		...story.sources.map(({ id, published }): [Id, Traits] => {
			const actors = story.actors.filter(({ sources }) => sources.includes(id)).map((actor) => actor.id);
			const none = { evidence: [], sources: [], qualifiedBy: [], disputedBy: [] };
			return traits({ id, ...none }, { sources: [id], actors, years: yearsOf([published]) });
		}),
		...story.events.map((event) => {
			const { initiators, targets, date, status } = event;
			return traits(event, { actors: [...initiators, ...targets], years: yearsOf([date]), statuses: [status] });
		}),
		...story.ties.map((tie) => {
			const span = tie.opened && tie.cut ? { ...tie.opened, max: tie.cut.max } : (tie.opened ?? tie.cut);
			const actors = [...party(tie.openedBy), ...party(tie.cutBy), ...beside(tie)];
			return traits(tie, { actors, years: yearsOf([span]) });
		}),
		...story.contacts.map((contact) => {
			const statuses = [...new Set([contact.status, ...contact.topics.map(({ status }) => status)])];
			return traits(contact, { actors: contact.participants, years: yearsOf([contact.date]), statuses });
		}),
		...story.questions.map((question) => traits(question, { actors: beside(question) })),
		...story.quotations.map((quotation) => traits(quotation, { actors: [quotation.speaker] })),
		...story.actors.map((actor) => {
			return traits(actor, { actors: [actor.id], years: yearsOf(actor.roles.map(({ date }) => date)) });
		}),
		...story.figures.map((figure) => traits(figure, { actors: beside(figure) })),
	]);
}

/** The kinds, in the order of the ledger, with their titles there. */
export const kindTitles: Readonly<Record<LedgerKind, string>> = {
	source: 'Articles',
	event: 'Events',
	tie: 'Ties',
	contact: 'Contacts',
	question: 'Questions',
	quotation: 'Quotations',
	actor: 'People, bodies and states',
	figure: 'Figures',
};
