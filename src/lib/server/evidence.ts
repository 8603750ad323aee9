import type { EvidenceEntry, Passage } from '#lib/model/evidence.ts';
import type { DateSpan, Evidenced, Id, Kind } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';

const numerals = ['none', 'one', 'two', 'three', 'four', 'five'];

/** "Reported by two of the five articles; disputed in one." Lower numbers in words. */
function support(record: Evidenced, articles: number): string {
	const told = `Told by ${numerals[record.sources.length]} of the ${numerals[articles] ?? articles} articles`;
	return record.disputedBy.length ? `${told}; disputed in ${numerals[record.disputedBy.length]}.` : `${told}.`;
}

/** An entry for every record and every source, in the order of kinds that the ledger shows. */
export function evidenceEntries(story: Story): EvidenceEntry[] {
	const sources = new Map(story.sources.map((source) => [source.id, source]));
	const annotations = new Map(story.annotations.map((annotation) => [annotation.id, annotation]));
	const questions = new Map(story.questions.map((question) => [question.id, question]));
	const actors = new Map(story.actors.map((actor) => [actor.id, actor]));

	const passages = (record: Id, evidence: readonly Id[]): Passage[] =>
		evidence.flatMap((id) => {
			const annotation = annotations.get(id);
			const source = annotation && sources.get(annotation.source);
			if (!source) return [];
			const stance = annotation.about.find((about) => about.record === record)?.stance ?? 'supports';
			return { source: source.label, genre: source.genre, published: source.published.words, stance, exact: annotation.exact };
		});
	const entry = (kind: Kind, record: Evidenced & { id: Id }, title: string, date?: DateSpan, status = ''): EvidenceEntry => ({
		id: record.id,
		kind,
		title,
		date: date?.words ?? '',
		basis: date?.basis ?? '',
		status,
		support: support(record, story.sources.length),
		passages: passages(record.id, record.evidence),
	});

	return [
		...story.sources.map((source): EvidenceEntry => ({
			id: source.id,
			kind: 'source',
			title: `${source.label}: ${source.headline.value}`,
			date: source.published.words,
			basis: source.published.basis,
			status: source.genre,
			support: source.defects.join(' '),
			passages: passages(
				source.id,
				story.annotations.filter((annotation) => annotation.source === source.id).map((annotation) => annotation.id),
			),
		})),
		...story.events.map((event) => entry('event', event, event.title, event.date, event.status)),
		...story.ties.map((tie) => entry('tie', tie, tie.title, tie.cut ?? tie.opened ?? undefined, tie.ended ?? '')),
		...story.contacts.map((contact) => entry('contact', contact, contact.title, contact.date, contact.status)),
		...story.questions.map((question) => entry('question', question, question.question, undefined, 'disputed')),
		...story.positions.map((position) =>
			entry(
				'position',
				position,
				`${sources.get(position.source)?.label}: ${position.says || 'says nothing on this'}`,
				undefined,
				`${position.position} — ${questions.get(position.question)?.question}`,
			),
		),
		...story.quotations.map((quotation) => entry('quotation', quotation, `${actors.get(quotation.speaker)?.name}${quotation.to && `, to ${quotation.to}`}`)),
		...story.actors.map((actor) => entry('actor', actor, actor.name, undefined, actor.kind)),
		...story.figures.map((figure) => entry('figure', figure, `${figure.value} ${figure.unit}`)),
	];
}
