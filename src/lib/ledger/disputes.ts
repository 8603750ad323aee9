/** What is disputed about a record, in words: by whom, and which topics. */
import { doubts, inWords } from '#lib/charts/words.ts';
import type { Contact, ContactStatus, Evidenced, Id, Source, Stance } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import type { Cited } from './passages.ts';
import { answersIn } from '#lib/model/position-words.ts';
import { listInWords } from '#lib/model/text.ts';

/** "Told by two of the five articles; only qualified in one; disputed in one." */
export function supportInWords(record: Evidenced, articles: number): string {
	const support = `Told by ${inWords(record.sources.length)} of the ${inWords(articles)} articles`;
	return `${[support, ...doubts(record)].join('; ')}.`;
}

/** "Vox and Polygraph.info": the articles with passages for the record; articles that only name it do not count. */
export function shownIn({ sources }: Pick<Evidenced, 'sources'>, articles: readonly Source[]): string {
	return listInWords(articles.filter(({ id }) => sources.includes(id)).map(({ label }) => label));
}

/** "Disputed in Vox." for one stance; empty if no passage has it. */
function stanceSentence(passages: readonly Cited[], stance: Stance, how: string): string {
	const labels = passages.filter((passage) => passage.stance === stance).map(({ label }) => label);
	const unique = labels.filter((label, at) => labels.indexOf(label) === at);
	return unique.length ? `${how} in ${listInWords(unique)}.` : '';
}

/** By the codebook: reported by some and denied by others, or only as denied. */
const isDoubted = (status: ContactStatus): boolean => status === 'alleged' || status === 'denied';

/** The doubtful topics of a contact: "Alleged: lifting sanctions on Russia (Kislyak and Pence deny it)." */
function doubtedTopics(topics: Contact['topics']): string[] {
	return topics
		.filter(({ status }) => isDoubted(status))
		.map(({ topic, status }) => `${status === 'alleged' ? 'Alleged' : 'Denied'}: ${topic}.`);
}

/** What the articles dispute or doubt about a record, and about the topics of a contact. Empty if nothing. */
export function disputeInWords(
	record: Evidenced & { readonly topics?: Contact['topics'] },
	passages: readonly Cited[],
) {
	return [
		stanceSentence(passages, 'disputes', 'Disputed'),
		stanceSentence(passages, 'qualifies', 'Qualified'),
		...doubtedTopics(record.topics ?? []),
	]
		.filter(Boolean)
		.join(' ');
}

/** Ids of the records that the ledger's filter "disputed" shows. */
export function disputedIds(story: Story): ReadonlySet<Id> {
	const disputing = new Set(
		story.annotations.flatMap(({ about }) =>
			about.filter(({ stance }) => stance === 'disputes').map(({ record }) => record),
		),
	);
	const positions = new Map(story.positions.map((position) => [position.id, position]));
	// A denial that an article only quotes, such as a ministry's, also makes a question disputed.
	const opposed = story.questions.filter((question) => {
		const own = question.positions.flatMap((id) => positions.get(id) ?? []);
		const stands = own.flatMap(answersIn);
		return stands.includes('denies') && (stands.includes('affirms') || stands.includes('qualifies'));
	});
	const doubted = story.contacts.filter(
		({ status, topics }) => isDoubted(status) || topics.some((topic) => isDoubted(topic.status)),
	);
	return new Set([
		...[...story.events, ...story.ties, ...story.contacts, ...story.actors, ...story.figures]
			.map(({ id }) => id)
			.filter((id) => disputing.has(id)),
		...story.events.filter(({ status }) => status === 'disputed').map(({ id }) => id),
		...story.ties.filter(({ outcome }) => outcome === 'ended in dispute').map(({ id }) => id),
		...doubted.map(({ id }) => id),
		...opposed.map(({ id }) => id),
	]);
}
