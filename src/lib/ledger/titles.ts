/** What every record is called on a page, by id. */
import type { Figure, Id } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { shortened, stands } from './words.ts';

/** "35 Russian diplomats: deported in December 2016"; a year stands for itself. */
function figureTitle({ value, unit, label }: Figure): string {
	return `${unit === 'year' ? value : `${value} ${unit}`}: ${label}`;
}

/** Titles of all records. Those of quotations begin with the speaker, those of positions with the source. */
export function titlesOf(story: Story): ReadonlyMap<Id, string> {
	const names = new Map(story.actors.map(({ id, name }) => [id, name]));
	const labels = new Map(story.sources.map(({ id, label }) => [id, label]));
	const questions = new Map(story.questions.map(({ id, question }) => [id, question]));
	return new Map<Id, string>([
		...story.sources.map(({ id, label, headline }) => [id, `${label}: ${headline.value}`] as const),
		...story.actors.map(({ id, name }) => [id, name] as const),
		...[...story.events, ...story.ties, ...story.contacts].map(({ id, title }) => [id, title] as const),
		...questions,
		...story.positions.map(({ id, question, source, position }) => {
			const title = `${labels.get(source) ?? source} ${stands[position]}: ${questions.get(question) ?? question}`;
			return [id, title] as const;
		}),
		...story.quotations.map(({ id, speaker, exact }) => {
			return [id, `${names.get(speaker) ?? speaker}: “${shortened(exact, 70)}”`] as const;
		}),
		...story.figures.map((figure) => [figure.id, figureTitle(figure)] as const),
	]);
}
