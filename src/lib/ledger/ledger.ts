/** The whole ledger: every record with its facts, its passages, and its places in the story. */
import type { CitedPassage, Fact, Ledger, LedgerKind, LedgerRecord, PositionRow } from '#lib/model/ledger.ts';
import type { Evidenced, Id } from '#lib/model/records.ts';
import type { Question } from '#lib/model/questions.ts';
import type { Story } from '#lib/model/story.ts';
import { carriedInWords, voiceInWords } from '#lib/model/position-words.ts';
import { fact, factsOf, joined } from './facts.ts';
import { mentioning } from './mentions.ts';
import { citing, type Cited } from './passages.ts';
import { titlesOf } from './titles.ts';
import { kindTitles, traitsOf } from './traits.ts';

const plain = ({ annotation, source, label, place, stance, shown }: Cited): CitedPassage => ({
	annotation,
	source,
	label,
	place,
	stance,
	shown,
});

/** Everything that `/evidence/` shows, grouped by kind; groups without records are left out. */
export function ledger(story: Story): Ledger {
	const titles = titlesOf(story);
	const traits = traitsOf(story);
	const passagesOf = citing(story);
	const mentionsOf = mentioning(story);
	const facts = factsOf(story, titles);
	const names = new Map(story.actors.map(({ id, name }) => [id, name]));
	const labels = new Map(story.sources.map(({ id, label }) => [id, label]));
	const none = { sources: [], actors: [], years: [], statuses: [], disputed: false };

	const entry = (
		kind: LedgerKind,
		{
			id,
			evidence,
			formerly = [],
		}: Pick<Evidenced, 'evidence'> & { readonly id: Id; readonly formerly?: readonly Id[] },
		{ lead, rest }: { readonly lead: readonly (Fact | null)[]; readonly rest: readonly (Fact | null)[] },
		positions: readonly PositionRow[] = [],
	): LedgerRecord => {
		const { steps, charts } = mentionsOf([id, ...positions.map((position) => position.id)]);
		const used = [fact('In the story', joined(steps, ' · ')), fact('In the chart', joined(charts, ' · '))];
		return {
			id,
			formerly,
			kind,
			title: titles.get(id) ?? id,
			lead: lead.filter((line) => line !== null),
			facts: [...rest, ...used].filter((line) => line !== null),
			// The passages of a question are those of its positions.
			passages: positions.length ? [] : passagesOf({ id, evidence }).map(plain),
			positions,
			traits: traits.get(id) ?? none,
		};
	};
	const positionsOn = (question: Question): PositionRow[] =>
		story.positions
			.filter((position) => position.question === question.id)
			.map((position) => ({
				id: position.id,
				source: position.source,
				label: labels.get(position.source) ?? position.source,
				position: position.position,
				voice: voiceInWords(position.voice, names),
				says: position.says,
				carries: carriedInWords(position, names),
				passages: passagesOf(position).map(plain),
			}));

	const records: LedgerRecord[] = [
		// The passages of an article are on its own page, in reading order.
		...story.sources.map((source) => entry('source', { id: source.id, evidence: [] }, facts.source(source))),
		...story.events.map((event) => entry('event', event, facts.event(event))),
		...story.ties.map((tie) => entry('tie', tie, facts.tie(tie))),
		...story.contacts.map((contact) => entry('contact', contact, facts.contact(contact))),
		...story.questions.map((each) => entry('question', each, facts.question(each), positionsOn(each))),
		...story.quotations.map((quotation) => entry('quotation', quotation, facts.quotation(quotation))),
		...story.actors.map((actor) => entry('actor', actor, facts.actor(actor))),
		...story.figures.map((figure) => entry('figure', figure, facts.figure(figure))),
	];
	const kinds = Object.keys(kindTitles) as LedgerKind[];
	const groups = kinds
		.map((kind) => ({ kind, title: kindTitles[kind], records: records.filter((record) => record.kind === kind) }))
		.filter((group) => group.records.length > 0);
	return { groups, choices: choices(story, records), records: records.length, passages: story.annotations.length };
}

/** The options of each filter: only values that some record has. */
function choices(story: Story, records: readonly LedgerRecord[]): Ledger['choices'] {
	const has = <T>(of: (record: LedgerRecord) => readonly T[]): ReadonlySet<T> => new Set(records.flatMap(of));
	const kinds = has(({ kind }) => [kind]);
	const actors = has(({ traits }) => traits.actors);
	const years = has(({ traits }) => traits.years);
	const statuses = has(({ traits }) => traits.statuses);
	const order = ['asserted', 'confirmed', 'reported', 'alleged', 'disputed', 'denied', 'proposed', 'announced'];
	return {
		kind: (Object.keys(kindTitles) as LedgerKind[])
			.filter((kind) => kinds.has(kind))
			.map((kind) => ({ value: kind, label: kindTitles[kind] })),
		source: story.sources.map(({ id, label }) => ({ value: id, label })),
		actor: story.actors
			.filter(({ id }) => actors.has(id))
			.map(({ id, name }) => ({ value: id, label: name }))
			.sort((a, b) => (a.label < b.label ? -1 : 1)),
		year: [...years].sort((a, b) => a - b).map((year) => ({ value: String(year), label: String(year) })),
		status: order.filter((status) => statuses.has(status)).map((status) => ({ value: status, label: status })),
	};
}
