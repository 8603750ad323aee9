/** Link texts for records on the method page. */
import type { Id } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';

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
