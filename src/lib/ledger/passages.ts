/** The passages of a record, in the order of its evidence. */
import type { CitedPassage } from '#lib/model/ledger.ts';
import type { Annotation, Id, Source } from '#lib/model/records.ts';
import { shown } from '#lib/model/words.ts';
import type { Story } from '#lib/model/story.ts';
import { placeOf } from './place-words.ts';

/** A passage with its article and its stance on one record. */
export interface Cited extends CitedPassage {
	readonly article: Source;
}

export type CitesOf = (record: { readonly id: Id; readonly evidence: readonly Id[] }) => Cited[];

/** Looks up the passages of one story's records. */
export function citing(story: Pick<Story, 'sources' | 'annotations'>): CitesOf {
	const sources = new Map(story.sources.map((source) => [source.id, source]));
	const annotations = new Map(story.annotations.map((annotation) => [annotation.id, annotation]));
	const cited = (record: Id, annotation: Annotation): Cited[] => {
		const article = sources.get(annotation.source);
		if (!article) return [];
		return [
			{
				annotation: annotation.id,
				source: article.id,
				label: article.label,
				article,
				place: placeOf(annotation, article),
				stance: annotation.about.find((about) => about.record === record)?.stance ?? 'supports',
				shown: shown(annotation),
			},
		];
	};
	return ({ id, evidence }) =>
		evidence.flatMap((each) => {
			const annotation = annotations.get(each);
			return annotation ? cited(id, annotation) : [];
		});
}
