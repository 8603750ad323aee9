/** The facts below a record's title in the ledger, kind by kind. */
import { signed } from '#lib/model/numbers.ts';
import type { Fact, Piece } from '#lib/model/ledger.ts';
import type {
	Actor,
	Contact,
	DateSpan,
	Event,
	Evidenced,
	Id,
	Outcome,
	Quotation,
	Source,
	Tie,
} from '#lib/model/records.ts';
import type { Question } from '#lib/model/questions.ts';
import type { Story } from '#lib/model/story.ts';
import { outcomeInWords, whenKnown } from '#lib/model/words.ts';
import { shownIn, supportInWords } from './disputes.ts';
import { actorKind, basisInWords, contactStatuses, dyadInWords, eventStatuses, genres, percent } from './words.ts';

const UNKNOWN = 'not in the articles';

/** What the day of an outcome is called, where it is no end. */
const endings: Partial<Record<Outcome, string>> = { suspended: 'Suspended', 'ordered to end': 'Ordered' };

/** A line of plain words, or of pieces; null if it is empty. */
export function fact(term: string, what: string | readonly Piece[], note?: string): Fact | null {
	const pieces = typeof what === 'string' ? (what === '' ? [] : [{ text: what }]) : what;
	if (pieces.length === 0) return null;
	return note ? { term, pieces, note } : { term, pieces };
}

/** Pieces with separators between them. */
export function joined(pieces: readonly Piece[], between = ', '): Piece[] {
	return pieces.flatMap((piece, at) => (at === 0 ? [piece] : [{ text: between }, piece]));
}

const when = (term: string, date: DateSpan | null): Fact | null => fact(term, date?.words ?? UNKNOWN, date?.basis);

/** The facts of each kind of record in one story: those before its passages, and the rest. Lines without words are null. */
export function factsOf(story: Story, titles: ReadonlyMap<Id, string>) {
	const record = (id: Id): Piece => ({ text: titles.get(id) ?? id, href: `#${id}` });
	const records = (ids: readonly Id[]): Piece[] => joined(ids.map(record));
	const support = (evidenced: Evidenced): Fact | null =>
		fact('Told by', supportInWords(evidenced, story.sources.length).replace(/^Told by |\.$/g, ''));
	/** Which of these a record has. */
	const having = <T extends { readonly id: Id }>(term: string, all: readonly T[], isIn: (one: T) => boolean) =>
		fact(
			term,
			joined(
				all.filter(isIn).map(({ id }) => record(id)),
				'; ',
			),
		);
	const questionsOn = (id: Id): Fact | null => having('Questions', story.questions, ({ about }) => about.includes(id));

	return {
		source: ({ id, publisher, byline, published, genre, quotedShare }: Source) => {
			const passages = story.annotations.filter(({ source }) => source === id).length;
			const lead = [
				fact('Kind', genres[genre]),
				fact('Publisher', publisher.value, basisInWords(publisher)),
				fact('By', byline?.value ?? '', byline ? basisInWords(byline) : ''),
				when('Published', published),
				fact('Quoted', `${percent(quotedShare)} of its text, in ${passages} passages`),
				fact('Read more', [{ text: 'all its passages in reading order, and its defects', href: `./${id}/` }]),
			];
			return { lead, rest: [] };
		},
		event: (event: Event) => {
			const { id, cameo, initiators, targets, dyad } = event;
			const between = targets.length
				? [...records(initiators), { text: dyad === 'mutual' ? ' and ' : ' → ' }, ...records(targets)]
				: records(initiators);
			const lead = [when('When', event.date), fact('Status', event.status, eventStatuses[event.status])];
			const rest = [
				fact('Between', between, dyadInWords(dyad, story.subject)),
				fact('CAMEO code', cameo ? `${cameo.code} ${cameo.name}` : 'none: the scheme has no code for it'),
				fact('Score', cameo ? (cameo.goldstein === null ? 'none in the scale' : signed(cameo.goldstein)) : ''),
				fact('Score misleads', event.misleads ?? ''),
				fact('Coders', codersInWords(story, event)),
				fact('Settled', event.settled ?? ''),
				having('Opened', story.ties, ({ openedBy }) => openedBy === id),
				having('Brought about the outcome of', story.ties, ({ cutBy }) => cutBy === id),
				having('The cost of', story.contacts, ({ cost }) => cost === id),
				support(event),
				questionsOn(id),
			];
			return { lead, rest };
		},
		tie: (tie: Tie) => ({
			lead: [
				when('Opened', tie.opened),
				tie.stood ? when('Last told as standing', tie.stood) : when(endings[tie.outcome] ?? 'Ended', tie.cut),
				fact('Outcome', outcomeInWords(tie)),
			],
			rest: [
				fact('Opened by', tie.openedBy ? [record(tie.openedBy)] : ''),
				fact('Brought about by', tie.cutBy ? [record(tie.cutBy)] : ''),
				fact('Spared by', tie.sparedBy ? [record(tie.sparedBy)] : ''),
				support(tie),
				questionsOn(tie.id),
			],
		}),
		contact: (contact: Contact) => ({
			lead: [
				when('When', contact.date),
				fact('Status', contact.status, contactStatuses[contact.status]),
				fact('About', contact.topics.map(({ topic, status }) => `${topic}: ${status}`).join('; ')),
			],
			rest: [
				fact('Who', records(contact.participants), contact.directed ? 'from the first to the second' : ''),
				fact('How', contact.mode),
				fact('Known', whenKnown(contact), contact.known.basis),
				fact('Cost', contact.cost === null ? '' : [record(contact.cost)]),
				support(contact),
				questionsOn(contact.id),
			],
		}),
		question: ({ dispute, about }: Question) => ({
			lead: [fact('Difference', dispute)],
			rest: [fact('About', records(about))],
		}),
		quotation: ({ speaker, to }: Quotation) => ({
			lead: [fact('Speaker', [record(speaker)]), fact('Said to', to)],
			rest: [],
		}),
		actor: (actor: Actor) => {
			const { id, roles, spellings } = actor;
			const lead = [
				fact('What', actorKind(actor, story.subject)),
				fact(
					'Roles',
					roles.map(({ role, date }) => (date ? `${role}, ${date.words}` : role)).join('; '),
					[...new Set(roles.flatMap(({ date }) => date?.basis ?? []))].join('; '),
				),
			];
			const rest = [
				fact('Also spelt', spellings.join(', ')),
				having('Acts', story.events, ({ initiators }) => initiators.includes(id)),
				having('Acted upon', story.events, ({ targets }) => targets.includes(id)),
				having('Contacts', story.contacts, ({ participants }) => participants.includes(id)),
				having('Words', story.quotations, ({ speaker }) => speaker === id),
				fact('Passages from', shownIn(actor, story.sources)),
			];
			return { lead, rest };
		},
		figure: (figure: Evidenced) => ({ lead: [], rest: [support(figure)] }),
	};
}

/**
 * Rows and codes of both coders: "both gave 050 (row E04 of coder A, B05 of B)", or one after the other with the names of
 * the codes.
 */
function codersInWords({ report, method }: Story, { id, coders: { a, b } }: Event): string {
	const rows = (coder: string): string => {
		const own = report.accounted.filter(({ record, row }) => record === id && row.startsWith(`${coder}.`));
		return own.map(({ row }) => row.slice(2)).join(', ');
	};
	const [inA, inB] = [rows('a'), rows('b')];
	if (inA && inB && a === b) return `both gave ${a ?? 'no code'} (row ${inA} of coder A, ${inB} of B)`;
	const unit = method.reliability.units.find(({ record }) => record === id);
	const one = (coder: string, row: string, code: string | null, name = ''): string =>
		row
			? `coder ${coder} gave ${code ?? 'no code'}${name && ` ${name}`} (row ${row})`
			: `coder ${coder} has no such row`;
	return `${one('A', inA, a, unit?.a.name)}; ${one('B', inB, b, unit?.b.name)}`;
}
