/** Everything that a reading can hold against the articles, point by point: records, words of the copy, labels of marks. */
import { contactName } from '#lib/charts/contacts/describe.ts';
import { markName as eventName, scoredEvents } from '#lib/charts/relations/describe.ts';
import { positionName } from '#lib/charts/accounts/describe.ts';
import { endingLabel, markName as tieName } from '#lib/charts/ties/describe.ts';
import { ledger } from '#lib/ledger/ledger.ts';
import type { Inline, Paragraph } from '#lib/model/copy.ts';
import type { Fact } from '#lib/model/ledger.ts';
import type { Id } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';

export interface Point {
	/** "event", "sentence", "heading", "label of a mark" … */
	readonly kind: string;
	readonly text: string;
	/** The records it rests on. */
	readonly records: readonly Id[];
	/** Words of the copy, to be found in its file; null for what stands at its record. */
	readonly copy: string | null;
}

/** All points, in an order that depends on the story alone. */
export function points(story: Story): Point[] {
	return [...recordPoints(story), ...copyPoints(story), ...labelPoints(story)];
}

function recordPoints(story: Story): Point[] {
	const line = ({ term, pieces, note }: Fact): string =>
		`${term}: ${pieces.map(({ text }) => text).join('')}${note ? ` (${note})` : ''}`;
	const own = (facts: readonly Fact[]): Fact[] => facts.filter(({ term }) => !/^In the|^Read more/.test(term));
	return ledger(story).groups.flatMap(({ records }) =>
		records.flatMap((record): Point[] => [
			{
				kind: record.kind,
				text: [record.title, ...own([...record.lead, ...record.facts]).map(line)].join(' | '),
				records: [record.id],
				copy: null,
			},
			...record.positions.map((position) => ({
				kind: 'position',
				text: [
					`${record.title} ${position.label}: ${position.position}`,
					...(position.voice ? [`Voice: ${position.voice}`] : []),
					...[position.says, position.carries].filter(Boolean),
				].join(' | '),
				records: [position.id],
				copy: null,
			})),
		]),
	);
}

function copyPoints({ copy }: Story): Point[] {
	const plain = (kind: string, text: string, records: readonly Id[] = []): Point[] =>
		text === '' ? [] : [{ kind, text, records, copy: text }];
	const prose = (paragraphs: readonly Paragraph[]): Point[] =>
		paragraphs.flatMap(sentences).map(({ text, records }) => ({ kind: 'sentence', text, records, copy: text }));
	return [
		...plain('title', copy.title),
		...plain('description', copy.description),
		...prose([copy.standfirst]),
		...Object.values(copy.charts).flatMap((chart) => [
			...plain('title of a chart', chart.title),
			...plain('how to read a chart', chart.how),
			...plain('credit of a chart', chart.credit),
			...plain('alternative text', chart.description),
		]),
		...copy.chapters.flatMap((chapter) => [
			...plain('title of a chapter', chapter.title, chapter.pull === null ? [] : [chapter.pull]),
			...prose(chapter.intro),
			...chapter.steps.flatMap((step) => [
				...plain('heading', step.heading, [...new Set([...step.focus, ...step.text.flatMap(cited)])]),
				...(step.finding ? plain('finding', step.finding, step.focus) : []),
				...prose(step.text),
				...plain('alternative text', step.description, step.focus),
			]),
		]),
	];
}

const cited = (paragraph: Paragraph): Id[] => paragraph.flatMap((piece) => (piece.type === 'cite' ? piece.record : []));

/** The sentences of a paragraph, each with the records that it cites. */
function sentences(paragraph: Paragraph): { readonly text: string; readonly records: readonly Id[] }[] {
	const whole = paragraph.map(({ text }) => text).join('');
	const ends = [...whole.matchAll(/[.?!][”"’)]*\s+(?=[“"‘(]*\p{Lu})/gu)].map(
		({ 0: mark, index }) => index + mark.length,
	);
	const bounds = [0, ...ends, whole.length];
	let place = 0;
	const cites = paragraph.flatMap((piece: Inline) => {
		const from = place;
		place += piece.text.length;
		return piece.type === 'cite' ? [{ from, to: place, record: piece.record }] : [];
	});
	return bounds.slice(0, -1).flatMap((start, index) => {
		const end = bounds[index + 1] ?? start;
		const text = whole.slice(start, end).trim();
		const records = cites.filter(({ from, to }) => from < end && to > start).map(({ record }) => record);
		return text === '' ? [] : [{ text, records }];
	});
}

function labelPoints(story: Story): Point[] {
	const { sources, questions } = story;
	const names = new Map(story.actors.map(({ id, name }) => [id, name]));
	const label = (id: Id, text: string): Point => ({ kind: 'label of a mark', text, records: [id], copy: null });
	return [
		...scoredEvents(story.events).map((event) => label(event.id, `${event.short}. ${eventName(event, story)}`)),
		...story.ties.map((tie) => label(tie.id, `${tie.short}, ${endingLabel(tie)}. ${tieName(tie, story)}`)),
		...story.contacts.map((contact) => label(contact.id, contactName(contact, sources))),
		...story.positions.flatMap((position) => {
			const question = questions.find(({ id }) => id === position.question);
			const source = sources.find(({ id }) => id === position.source);
			return question && source
				? [label(position.id, `${question.short}. ${positionName(position, question, source, names)}`)]
				: [];
		}),
	];
}
