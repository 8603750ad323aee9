/** Terms and number formats of the method page. */
import type { Claim, Copy } from '#lib/model/copy.ts';
import type { Acts, Alpha, Scoring, Summary, Verdict } from '#lib/model/method.ts';
import type { Era, Id } from '#lib/model/records.ts';
import type { Subject } from '#lib/model/subject.ts';
import type { Story } from '#lib/model/story.ts';

export const scorings: Readonly<Record<Scoring, string>> = {
	gdelt: 'GDELT’s table',
	icews: 'ICEWS’s table',
	sign: 'sign only',
	quad: 'four classes',
};

export const summaries: Readonly<Record<Summary, string>> = { mean: 'mean', median: 'median', sum: 'sum' };

export const acts = ({ parties }: Pick<Subject, 'parties'>): Readonly<Record<Acts, string>> => ({
	all: 'all acts',
	between: `the two ${parties.many}’ acts`,
});

export const verdicts: Readonly<Record<Verdict, string>> = {
	firm: 'firm',
	tentative: 'tentative',
	below: 'too low to build on',
};

/** "firm", with the level of the lower bound if that differs. */
export function judged({ verdict, low }: Alpha, bounds: { readonly firm: number; readonly tentative: number }): string {
	const lower = low >= bounds.firm ? 'firm' : low >= bounds.tentative ? 'tentative' : 'below';
	return lower === verdict ? verdicts[verdict] : `${verdicts[verdict]}; its lower end is ${verdicts[lower]}`;
}

/** "The index of 1991–2007 is above zero." */
export function claimed({ left, sign, right }: Claim, eras: readonly Era[]): string {
	const label = (id: string) => eras.find((era) => era.id === id)?.label ?? id;
	const side = sign === '>' ? 'above' : 'below';
	return `The index of ${label(left)} is ${side} ${right === null ? 'zero' : `that of ${label(right)}`}.`;
}

export function place({ where }: Claim, { charts }: Pick<Copy, 'charts'>): string {
	if (where === 'story') return 'The story’s description';
	return where in charts ? 'Title of the chart of events' : 'Heading of a step';
}

export interface Named {
	readonly id: Id;
	readonly title: string;
}

/** The name of a record that a row of a coding can become; for others the id. */
export function namesIn(story: Story): (id: Id) => Named {
	const speakers = new Map(story.actors.map(({ id, name }) => [id, name]));
	const titles = new Map<Id, string>([
		...[...story.events, ...story.contacts, ...story.ties].map(({ id, title }) => [id, title] as const),
		...speakers,
		...story.quotations.map(({ id, speaker }) => [id, `words of ${speakers.get(speaker) ?? speaker}`] as const),
	]);
	return (id) => ({ id, title: titles.get(id) ?? id });
}
