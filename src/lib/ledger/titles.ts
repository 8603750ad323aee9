/** The title of every record, by id. */
import type { Figure, Id } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';
import { quotationInWords, shown } from '#lib/model/words.ts';
import { stanceInWords } from '#lib/model/position-words.ts';
import { shortened } from './words.ts';

/** "35 Russian diplomats: deported in December 2016"; a year is not repeated. */
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
		...story.positions.map((position) => {
			const { id, question, source } = position;
			const stance = stanceInWords(position, labels.get(source) ?? source, names);
			return [id, `${stance}: ${questions.get(question) ?? question}`] as const;
		}),
		...story.quotations.map((quotation) => {
			const words = shortened(shown(quotation), 70);
			return [
				quotation.id,
				quotationInWords(quotation, names.get(quotation.speaker) ?? quotation.speaker, words),
			] as const;
		}),
		...story.figures.map((figure) => [figure.id, figureTitle(figure)] as const),
	]);
}
