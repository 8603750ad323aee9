/** The lines that stand under a record's title in the ledger, kind by kind. */
import { signed } from '#lib/charts/words.ts';
import type { Fact, Piece } from '#lib/model/ledger.ts';
import type {
	Actor,
	Contact,
	DateSpan,
	Event,
	Evidenced,
	Id,
	Question,
	Quotation,
	Source,
	Tie,
} from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { supportInWords } from './disputes.ts';
import { actorKind, basisInWords, contactStatuses, dyads, eventStatuses, genres, percent } from './words.ts';

const UNKNOWN = 'not in the articles';

/** A line of plain words, or of pieces; null where there is nothing to say. */
export function fact(term: string, what: string | readonly Piece[], note?: string): Fact | null {
	const pieces = typeof what === 'string' ? (what === '' ? [] : [{ text: what }]) : what;
	if (pieces.length === 0) return null;
	return note ? { term, pieces, note } : { term, pieces };
}

/** Pieces with words between them. */
export function joined(pieces: readonly Piece[], between = ', '): Piece[] {
	return pieces.flatMap((piece, at) => (at === 0 ? [piece] : [{ text: between }, piece]));
}

const when = (term: string, date: DateSpan | null): Fact | null => fact(term, date?.words ?? UNKNOWN, date?.basis);

/** The facts of each kind of record, all from one story; lines without words are null. */
export function factsOf(story: Story, titles: ReadonlyMap<Id, string>) {
	const record = (id: Id): Piece => ({ text: titles.get(id) ?? id, href: `#${id}` });
	const records = (ids: readonly Id[]): Piece[] => joined(ids.map(record));
	const told = (evidenced: Evidenced): Fact | null =>
		fact('Told by', supportInWords(evidenced, story.sources.length).replace(/^Told by |\.$/g, ''));
	const having = (term: string, all: readonly { readonly id: Id }[]): Fact | null =>
		fact(
			term,
			joined(
				all.map(({ id }) => record(id)),
				'; ',
			),
		);
	const questionsOn = ({ evidence }: Evidenced): Fact | null => {
		const own = new Set(evidence);
		const on = story.questions.filter((question) => question.evidence.some((id) => own.has(id)));
		return having('Its passages bear on', on);
	};

	return {
		source: ({ id, publisher, byline, published, genre, quotedShare }: Source) => {
			const passages = story.annotations.filter(({ source }) => source === id).length;
			return [
				fact('Kind', genres[genre]),
				fact('Publisher', publisher.value, basisInWords(publisher)),
				fact('By', byline?.value ?? '', byline ? basisInWords(byline) : ''),
				when('Published', published),
				fact('Quoted', `${percent(quotedShare)} of its text, in ${passages} passages`),
				fact('Read more', [{ text: 'all its passages in reading order, and its defects', href: `./${id}/` }]),
			];
		},
		event: (event: Event) => {
			const { id, cameo, initiators, targets, dyad } = event;
			const between = targets.length
				? [...records(initiators), { text: dyad === 'mutual' ? ' and ' : ' → ' }, ...records(targets)]
				: records(initiators);
			return [
				when('When', event.date),
				fact('Status', event.status, eventStatuses[event.status]),
				fact('Between', between, dyads[dyad]),
				fact('CAMEO code', cameo ? `${cameo.code} ${cameo.name}` : 'none: the scheme has no code for it'),
				fact('Score', cameo ? (cameo.goldstein === null ? 'none in the scale' : signed(cameo.goldstein)) : ''),
				fact('Coders', codersInWords(story, event)),
				fact('Settled', event.settled ?? ''),
				having(
					'Opened',
					story.ties.filter(({ openedBy }) => openedBy === id),
				),
				having(
					'Cut',
					story.ties.filter(({ cutBy }) => cutBy === id),
				),
				having(
					'The cost of',
					story.contacts.filter(({ cost }) => cost === id),
				),
				told(event),
				questionsOn(event),
			];
		},
		tie: (tie: Tie) => [
			when('Opened', tie.opened),
			fact('Opened by', tie.openedBy ? [record(tie.openedBy)] : ''),
			when('Cut', tie.cut),
			fact('How', tie.ended ?? ''),
			fact('Cut by', tie.cutBy ? [record(tie.cutBy)] : ''),
			told(tie),
		],
		contact: (contact: Contact) => [
			when('When', contact.date),
			fact('Status', contact.status, contactStatuses[contact.status]),
			fact('Who', records(contact.participants), contact.directed ? 'from the first to the second' : ''),
			fact('How', contact.mode),
			fact('About', contact.topics.map(({ topic, status }) => `${topic}: ${status}`).join('; ')),
			when('Known since', contact.known),
			fact('Cost', contact.cost === null ? '' : [record(contact.cost)]),
			told(contact),
			questionsOn(contact),
		],
		question: ({ dispute }: Question) => [fact('Difference', dispute)],
		quotation: ({ speaker, to }: Quotation) => [fact('Speaker', [record(speaker)]), fact('Said to', to)],
		actor: (actor: Actor) => {
			const { id, roles, spellings } = actor;
			return [
				fact('What', actorKind(actor)),
				fact(
					'Roles',
					roles.map(({ role, date }) => (date ? `${role}, ${date.words}` : role)).join('; '),
					roles.flatMap(({ date }) => date?.basis ?? []).join('; '),
				),
				fact('Also spelt', spellings.join(', ')),
				having(
					'Acts',
					story.events.filter(({ initiators }) => initiators.includes(id)),
				),
				having(
					'Acted upon',
					story.events.filter(({ targets }) => targets.includes(id)),
				),
				having(
					'Contacts',
					story.contacts.filter(({ participants }) => participants.includes(id)),
				),
				having(
					'Words',
					story.quotations.filter(({ speaker }) => speaker === id),
				),
				told(actor),
			];
		},
		figure: (figure: Evidenced) => [told(figure)],
	};
}

/** Rows and codes of both coders: "both gave 050 (rows E04, B05)", or each for itself where they differ. */
function codersInWords({ report }: Story, { id, coders }: Event): string {
	const rows = (coder: string): string => {
		const own = report.accounted.filter(({ record, row }) => record === id && row.startsWith(`${coder}.`));
		return own.map(({ row }) => row.slice(2)).join(', ');
	};
	const code = (given: string | null): string => given ?? 'no code';
	const { a, b } = coders;
	const [inA, inB] = [rows('a'), rows('b')];
	if (inA && inB && a === b) return `both gave ${code(a)} (rows ${inA} and ${inB})`;
	const one = (coder: string, own: string, given: string | null): string =>
		own ? `coder ${coder} gave ${code(given)} (row ${own})` : `coder ${coder} has no such row`;
	return `${one('A', inA, a)}; ${one('B', inB, b)}`;
}
