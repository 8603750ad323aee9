/** Questions for somebody who has never seen the story, about pictures of it; and the answers from the data. */
import type { Step } from '#lib/model/copy.ts';
import type { Contact, Event, Evidenced, Id, Tie } from '#lib/model/records.ts';
import type { Question } from '#lib/model/questions.ts';
import type { Story } from '#lib/model/story.ts';

export type SheetSlice = Pick<
	Story,
	'copy' | 'actors' | 'sources' | 'events' | 'ties' | 'contacts' | 'questions' | 'positions'
>;

export interface SheetQuestion {
	readonly question: string;
	readonly answer: string;
}

/** A place in the story: the pictures of it have its number and its id in their names. */
export interface Place {
	readonly id: Id;
	readonly questions: readonly SheetQuestion[];
}

/** The maximum number of records per step to ask about, so that a sheet takes half an hour. */
const RECORDS = 2;
export const OPENING = 'opening';

const UNKNOWN = 'it cannot be told';

/** The opening, then steps: those that are named, else the first and the last of each chart and the one that points at most. */
export function places(story: SheetSlice, named: readonly Id[] = []): Place[] {
	const steps = story.copy.chapters.flatMap((chapter) => chapter.steps).filter((step) => step.chart !== null);
	const unknown = named.filter((id) => id !== OPENING && !steps.some((step) => step.id === id));
	if (unknown.length) throw new Error(`No step with a chart is called ${unknown.join(', ')}.`);
	const chosen = named.length ? steps.filter(({ id }) => named.includes(id)) : sample(steps);
	const opening = named.length && !named.includes(OPENING) ? [] : [opened(story)];
	return [
		...opening,
		...chosen.map((step) => ({ id: step.id, questions: [...finding(step, story), ...about(step, story)] })),
	];
}

function sample(steps: readonly Step[]): Step[] {
	const charts = [...new Set(steps.map(({ chart }) => chart))];
	const some = charts.flatMap((chart) => {
		const own = steps.filter((step) => step.chart === chart);
		const fullest = own.toSorted((a, b) => b.focus.length - a.focus.length)[0];
		return [own[0], fullest, own.at(-1)].flatMap((step) => step ?? []);
	});
	return steps.filter((step) => some.includes(step));
}

const opened = ({ copy, ties }: SheetSlice): Place => ({
	id: OPENING,
	questions: [
		{ question: 'What is this story about, and who is its main person?', answer: copy.description },
		{
			question: 'What is one line of the drawing, and how many are there?',
			answer: `A tie or a seat; ${ties.length}.`,
		},
	],
});

const finding = (step: Step, { copy }: SheetSlice): SheetQuestion[] => [
	{
		question: 'What is the finding of this picture, in one sentence?',
		answer: [step.heading, step.chart ? (copy.charts[step.chart]?.title ?? '') : '', step.description].join(' / '),
	},
];

function about(step: Step, story: SheetSlice): SheetQuestion[] {
	const pick = <T extends { readonly id: Id }>(all: readonly T[]): T[] =>
		step.focus.flatMap((id) => all.find((each) => each.id === id) ?? []).slice(0, RECORDS);
	const events = pick(story.events);
	return [
		...events.flatMap((event) => ofEvent(event, story)),
		...larger(events),
		...pick(story.ties).flatMap((tie) => ofTie(tie, story)),
		...pick(story.contacts).flatMap((contact) => ofContact(contact, story)),
		...pick(story.questions).flatMap((question) => ofQuestion(question, story)),
	];
}

const names = (ids: readonly Id[], { actors }: SheetSlice): string =>
	ids.map((id) => actors.find((actor) => actor.id === id)?.name ?? id).join(', ') || UNKNOWN;

/** The articles that report it, and those that dispute it. */
function reportedBy({ sources: from, disputedBy }: Evidenced, { sources }: SheetSlice): string {
	const labels = (ids: readonly Id[]): string =>
		sources
			.filter(({ id }) => ids.includes(id))
			.map(({ label }) => label)
			.join(', ');
	return `${labels(from)}${disputedBy.length ? `; disputed in ${labels(disputedBy)}` : ''} (${from.length} of ${sources.length})`;
}

const ofEvent = (event: Event, story: SheetSlice): SheetQuestion[] => [
	{ question: `“${event.short}”: when, exactly?`, answer: `${event.date.words}; no finer than that` },
	{
		question: `“${event.short}”: who did it, to whom or with whom?`,
		answer: `${names(event.initiators, story)} → ${names(event.targets, story)}`,
	},
	{
		question: `“${event.short}”: how sure is it, and how many articles say so?`,
		answer: `${event.status}; ${reportedBy(event, story)}`,
	},
];

function larger([a, b]: readonly Event[]): SheetQuestion[] {
	const [one, other] = [a, b].map((event) => event?.cameo?.goldstein ?? null);
	if (!a || !b || one === null || other === null || one === undefined || other === undefined) return [];
	const size = Math.abs(one) - Math.abs(other);
	const answer = size === 0 ? 'neither' : `“${(size > 0 ? a : b).short}”`;
	return [
		{
			question: `Which is drawn larger, “${a.short}” or “${b.short}”? Which way does each go?`,
			answer: `${answer}; ${[a, b].map(({ short, cameo }) => `“${short}” ${(cameo?.goldstein ?? 0) < 0 ? 'conflict' : 'cooperation'}`).join(', ')}`,
		},
	];
}

const ofTie = (tie: Tie, story: SheetSlice): SheetQuestion[] => [
	{
		question: `“${tie.short}”: when did it begin and when did it end, exactly, and how?`,
		answer: `began: ${tie.opened?.words ?? UNKNOWN}; ended: ${tie.cut?.words ?? UNKNOWN}; ${tie.ended ?? 'no end is told'}`,
	},
	{ question: `“${tie.short}”: how many articles tell of it?`, answer: reportedBy(tie, story) },
];

const ofContact = (contact: Contact, story: SheetSlice): SheetQuestion[] => [
	{
		question: `“${contact.short}”: who, with whom, and who began it?`,
		answer: `${names(contact.participants, story)}; ${contact.directed ? `from ${names(contact.participants.slice(0, 1), story)}` : 'nobody is said to have begun it'}`,
	},
	{ question: `“${contact.short}”: when, exactly?`, answer: contact.date.words },
	{
		question: `“${contact.short}”: how sure is it, and how many articles say so?`,
		answer: `${contact.status}; ${reportedBy(contact, story)}`,
	},
];

const ofQuestion = (question: Question, { positions, sources }: SheetSlice): SheetQuestion[] => [
	{
		question: `“${question.question}” Which article answers how, and which are silent?`,
		answer: sources
			.map(
				({ id, label }) =>
					`${label}: ${positions.find((each) => each.question === question.id && each.source === id)?.position ?? 'silent'}`,
			)
			.join(', '),
	},
];

/** Rated for every place, from 1 to 5. */
const RATINGS = ['finding clear', 'type legible', 'would keep scrolling'];

const numbered = (index: number): string => String(index + 1).padStart(2, '0');

/** The names of a place's pictures, without their size. */
export const fileName = ({ id }: Place, index: number): string => `${numbered(index)}-${id}`;

/** The sheet without answers. Questions are numbered through. */
export function sheetOf(all: readonly Place[]): string {
	return written('What do you read from these pictures?', all, ({ question }) => question, [
		'For each picture, phone first: your answer, how sure you are, and after how many seconds. “It cannot be told” is an answer.',
		`After each place, from 1 to 5: ${RATINGS.join(', ')}.`,
	]);
}

/** The same with the answers that the data give. */
export const keyOf = (all: readonly Place[]): string =>
	written('The key', all, ({ question, answer }) => `${question}\n   **${answer}**`, []);

function written(
	title: string,
	all: readonly Place[],
	line: (question: SheetQuestion) => string,
	lead: readonly string[],
): string {
	let count = 0;
	const parts = all.map((place, index) => {
		const lines = place.questions.map((question) => `${++count}. ${line(question)}`);
		return [`## ${fileName(place, index)}`, ...lines].join('\n');
	});
	return `${[`# ${title}`, ...lead, ...parts].join('\n\n')}\n`;
}
