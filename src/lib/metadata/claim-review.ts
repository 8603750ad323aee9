import type { Story } from '#lib/model/story.ts';
import { shown } from '#lib/model/words.ts';
import { agent, entry } from './article.ts';
import type { Thing } from './json-ld.ts';

/**
 * The verdict of the article that rates a claim, as that article's: we rate nothing. Its authors are things beside it, for
 * the reason that `makers` gives. Empty where none does.
 */
export function claimReview({ subject, events, actors, quotations, sources }: Story, root: string): Thing[] {
	const rating = subject.rated;
	if (rating === null) return [];
	const quotation = quotations.find(({ id }) => id === rating.claim);
	const speaker = actors.find(({ id }) => id === quotation?.speaker);
	const author = actors.find(({ id }) => id === rating.by);
	const isRated = events.some(({ id, sources: by }) => id === rating.event && by.some((one) => one === rating.source));
	const article = sources.find(({ id }) => id === rating.source);
	if (!quotation || !speaker || !author || !isRated || !article) return [];
	const by = (actor: Thing): Thing => ({ '@id': actor['@id'] });
	const [rater, claimant] = [agent(root, author), agent(root, speaker)];
	const review = {
		'@type': 'ClaimReview',
		'@id': entry(root, rating.event),
		name: article.headline.value,
		author: by(rater),
		isPartOf: { '@id': entry(root, article.id) },
		claimReviewed: shown(quotation),
		itemReviewed: {
			'@type': 'Claim',
			'@id': entry(root, quotation.id),
			text: shown(quotation),
			author: by(claimant),
		},
		reviewRating: { '@type': 'Rating', alternateName: rating.verdict, author: by(rater) },
	};
	return [review, rater, claimant];
}
