/** The page of one source: what it is, and everything that was taken from it. */
import type { LedgerKind, Piece, SourcePage, TakenPassage } from '#lib/model/ledger.ts';
import type { Annotation, Evidenced, Id, Source, Stance } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { fact, joined } from './facts.ts';
import { textFragment } from './text-fragment.ts';
import { titlesOf } from './titles.ts';
import { kindTitles } from './traits.ts';
import { basisInWords, genres, percent, placeInWords } from './words.ts';

const STANCES: readonly Stance[] = ['supports', 'qualifies', 'disputes'];

/** Null where no source has this id. Links are as seen from `/evidence/<source>/`. */
export function sourcePage(story: Story, id: Id): SourcePage | null {
	const source = story.sources.find((each) => each.id === id);
	if (!source) return null;
	const titles = titlesOf(story);
	const record = (of: Id): Piece => ({ text: titles.get(of) ?? of, href: `../#${of}` });
	const annotations = story.annotations
		.filter((annotation) => annotation.source === id)
		.sort((a, b) => a.start - b.start || a.end - b.end);
	const questions = new Map(story.questions.map(({ id, question }) => [id, question]));
	const positions = story.positions.filter((position) => position.source === id);
	const spoken = positions.filter(({ position }) => position !== 'silent');
	return {
		source,
		facts: facts(source, annotations.length),
		positions: spoken.map(({ id: of, question, position, says }) => ({
			question: { text: questions.get(question) ?? question, href: `../#${of}` },
			position,
			says,
		})),
		silent: positions.length - spoken.length,
		passages: annotations.map((annotation) => taken(annotation, source, record)),
		only: onlyIn(story, id)
			.map(([kind, ids]) => ({ title: kindTitles[kind], records: ids.map(record) }))
			.filter(({ records }) => records.length > 0),
	};
}

function facts(source: Source, passages: number): SourcePage['facts'] {
	const { publisher, headline, byline, published, genre, quotedShare, length, sha256 } = source;
	return [
		fact('Kind', genres[genre]),
		fact('Publisher', publisher.value, basisInWords(publisher)),
		fact('Headline', headline.value, basisInWords(headline)),
		fact('By', byline?.value ?? 'not named', byline ? basisInWords(byline) : 'no byline in the text'),
		fact('Published', published.words, published.basis),
		fact('Quoted', `${percent(quotedShare)} of its text, in ${passages} passages`, 'overlaps counted once; 35 at most'),
		fact(
			'Its text',
			`${length.toLocaleString('en')} characters`,
			'kept outside this site; spaces and quotation marks levelled',
		),
		fact('SHA-256', sha256, 'of that text: who has the same text gets the same number'),
	].filter((line) => line !== null);
}

function taken(annotation: Annotation, { length }: Source, record: (id: Id) => Piece): TakenPassage {
	const withStance = (stance: Stance) => annotation.about.filter((about) => about.stance === stance);
	return {
		annotation,
		place: placeInWords(annotation.start, length),
		fragment: textFragment(annotation),
		about: STANCES.map((stance) => ({
			stance,
			records: joined(
				withStance(stance).map((about) => record(about.record)),
				' · ',
			),
		})).filter(({ records }) => records.length > 0),
	};
}

/** Records that no other source bears on. Not quotations, each of which has one source by its nature. */
function onlyIn(story: Story, source: Id): [LedgerKind, Id[]][] {
	const alone = (records: readonly (Evidenced & { readonly id: Id })[]): Id[] =>
		records
			.filter(({ sources, disputedBy }) => [...sources, ...disputedBy].every((each) => each === source))
			.filter(({ evidence }) => evidence.length > 0)
			.map(({ id }) => id);
	return [
		['event', alone(story.events)],
		['tie', alone(story.ties)],
		['contact', alone(story.contacts)],
		['question', alone(story.questions)],
		['actor', alone(story.actors)],
		['figure', alone(story.figures)],
	];
}
