/** The page of one source: its facts, and all of its passages. */
import type { LedgerKind, Piece, SourcePage } from '#lib/model/ledger.ts';
import type { Annotation, Evidenced, Id, Source, Stance } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { grouped } from '#lib/model/numbers.ts';
import { voiceInWords } from '#lib/model/position-words.ts';
import { fact, joined } from './facts.ts';
import { textFragment } from './text-fragment.ts';
import { titlesOf } from './titles.ts';
import { kindTitles } from './traits.ts';
import { basisInWords, genres, percent } from './words.ts';
import { placeOf } from './place-words.ts';

const STANCES: readonly Stance[] = ['supports', 'qualifies', 'disputes'];

/** Null for an unknown id. Links are relative to `/evidence/<source>/`. */
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
	const names = new Map(story.actors.map(({ id: of, name }) => [of, name]));
	const spoken = positions.filter(({ position }) => position !== 'silent');
	const answers = new Map(
		positions.map(({ id: of, question, position }) => {
			return [of, { text: `${questions.get(question) ?? question} (${position})`, href: `../#${of}` }] as const;
		}),
	);
	return {
		source,
		facts: facts(source, annotations.length),
		positions: spoken.map(({ id: of, question, position, voice, says }) => ({
			question: { text: questions.get(question) ?? question, href: `../#${of}` },
			position,
			voice: voiceInWords(voice, names),
			says,
		})),
		silent: positions.length - spoken.length,
		passages: annotations.map((annotation) => taken(annotation, source, record, answers)),
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
		fact(
			'Quoted',
			`${percent(quotedShare)} of its text, in ${passages} passages`,
			'overlaps counted once; never more than 35',
		),
		fact('Its text', `${grouped(length)} characters`, 'kept outside this site; spaces and quotation marks normalised'),
		fact('SHA-256', sha256, 'of that text: who has the same text gets the same number'),
	].filter((line) => line !== null);
}

/** A passage with its records; positions are worded as answers to their questions. */
function taken(annotation: Annotation, source: Source, record: (id: Id) => Piece, answers: ReadonlyMap<Id, Piece>) {
	const about = (term: string, pieces: readonly Piece[]) => ({ term, records: joined(pieces, ' · ') });
	const bearing = (stance: Stance): Piece[] =>
		annotation.about.flatMap((each) =>
			each.stance === stance && !answers.has(each.record) ? record(each.record) : [],
		);
	return {
		annotation,
		place: placeOf(annotation, source),
		fragment: textFragment(annotation),
		about: [
			...STANCES.map((stance) => about(stance, bearing(stance))),
			about(
				'answers',
				annotation.about.flatMap((each) => answers.get(each.record) ?? []),
			),
		].filter(({ records }) => records.length > 0),
	};
}

/** Records that have this source only, except quotations, which always have one source. */
function onlyIn(story: Story, source: Id): [LedgerKind, Id[]][] {
	const alone = (records: readonly (Evidenced & { readonly id: Id })[]): Id[] =>
		records
			.filter(({ sources, qualifiedBy, disputedBy }) =>
				[...sources, ...qualifiedBy, ...disputedBy].every((each) => each === source),
			)
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
