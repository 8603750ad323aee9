/** The entries of the evidence panel, record by record. */
import type { EvidenceEntry } from '#lib/model/evidence.ts';
import type { DateSpan, Evidenced, Id, Kind, Tie } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { disputeInWords, shownIn, supportInWords } from './disputes.ts';
import { knownInWords, outcomeInWords } from '#lib/model/words.ts';
import { carriedInWords } from '#lib/model/position-words.ts';
import { citing } from './passages.ts';
import { titlesOf } from './titles.ts';

type Details = Partial<Pick<EvidenceEntry, 'date' | 'basis' | 'status' | 'support' | 'dispute'>>;

const dated = (date: DateSpan): Details => ({ date: date.words, basis: date.basis });

/** From opening to cut; an unknown end is named as such, and each end keeps its basis. */
function tieDates({ opened, cut, stood, outcome }: Tie): Details {
	const unknown = 'not in the articles';
	const bases = [
		opened && `opening ${opened.basis}`,
		cut && `end ${cut.basis}`,
		stood && `standing ${stood.basis}`,
	].filter((basis) => basis !== null);
	const end = outcome === 'ordered to end' ? 'ordered to end' : 'ended';
	return {
		date: `opened: ${opened?.words ?? unknown}; ${stood ? `last told as standing: ${stood.words}` : `${end}: ${cut?.words ?? unknown}`}`,
		basis: bases.join('; '),
	};
}

type Entered = Evidenced & { readonly id: Id; readonly formerly?: readonly Id[] };

/** An entry for every record and every source. */
export function evidenceEntries(story: Story): EvidenceEntry[] {
	const passagesOf = citing(story);
	const titles = titlesOf(story);
	const names = new Map(story.actors.map(({ id, name }) => [id, name]));
	const disputes = new Map(story.questions.map(({ id, dispute }) => [id, dispute]));

	const entry = (kind: Kind, record: Entered, details: Details = {}): EvidenceEntry => {
		const cited = passagesOf(record);
		return {
			id: record.id,
			formerly: record.formerly ?? [],
			kind,
			title: titles.get(record.id) ?? record.id,
			date: '',
			basis: '',
			status: '',
			support: supportInWords(record, story.sources.length),
			dispute: disputeInWords(record, cited),
			...details,
			passages: cited.map(({ article, place, stance, shown }) => ({
				source: article.label,
				genre: article.genre,
				published: article.published.words,
				place,
				stance,
				exact: shown,
			})),
		};
	};

	return [
		...story.sources.map((source) => {
			const evidence = story.annotations.filter((each) => each.source === source.id).map(({ id }) => id);
			const details = {
				...dated(source.published),
				status: source.genre,
				support: source.defects.join(' '),
				dispute: '',
			};
			return entry(
				'source',
				{ id: source.id, evidence, sources: [source.id], qualifiedBy: [], disputedBy: [] },
				details,
			);
		}),
		...story.events.map((event) => entry('event', event, { ...dated(event.date), status: event.status })),
		...story.ties.map((tie) => entry('tie', tie, { ...tieDates(tie), status: outcomeInWords(tie) })),
		...story.contacts.map((contact) =>
			entry('contact', contact, {
				date: `${contact.date.words}; ${knownInWords(contact)}`,
				basis: contact.date.basis,
				status: contact.status,
			}),
		),
		...story.questions.map((question) => {
			return entry('question', question, { support: '', dispute: question.dispute });
		}),
		...story.positions.map((position) => {
			return entry('position', position, {
				support: [position.says, carriedInWords(position, names)].filter(Boolean).join(' '),
				dispute: disputes.get(position.question) ?? '',
			});
		}),
		...story.quotations.map((quotation) => {
			return entry('quotation', quotation, { status: quotation.to && `said to ${quotation.to}`, support: '' });
		}),
		...story.actors.map((actor) =>
			entry('actor', actor, { support: `Passages from ${shownIn(actor, story.sources)}.` }),
		),
		...story.figures.map((figure) => entry('figure', figure)),
	];
}
