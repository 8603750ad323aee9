import { licence } from '#lib/export/licence.ts';
import type { Actor, Genre, Source } from '#lib/model/records.ts';
import type { Newsroom } from '#lib/model/method.ts';
import type { Story } from '#lib/model/story.ts';
import type { Thing } from './json-ld.ts';
import { quotationInWords, shown } from '#lib/model/words.ts';

const articleTypes: Readonly<Record<Genre, string>> = {
	analysis: 'AnalysisNewsArticle',
	'aggregated news': 'NewsArticle',
	'fact-check': 'NewsArticle',
	'news report': 'ReportageNewsArticle',
	opinion: 'OpinionNewsArticle',
};

const actorTypes: Readonly<Record<Actor['kind'], string>> = {
	person: 'Person',
	group: 'Thing',
	organisation: 'Organization',
	state: 'Country',
};

/** The URL of a record's entry; `root` is that of the site, with its slash. */
const entry = (root: string, id: string): string => `${root}evidence/#${id}`;

/** An actor, with name and entry. */
const agent = (root: string, { id, name, kind }: Pick<Actor, 'id' | 'name' | 'kind'>): Thing => ({
	'@type': actorTypes[kind],
	'@id': entry(root, id),
	name,
});

/** The nodes of the authors and the publisher of an article, as far as its text names them. */
function makersOf({ id, label, byline, publisher }: Source): { author?: Thing; publisher?: Thing } {
	return {
		...(publisher.value === label
			? { publisher: { '@type': 'Organization', '@id': `_:publisher-of-${id}`, name: label } }
			: {}),
		...(byline ? { author: { '@type': 'Person', '@id': `_:author-of-${id}`, name: byline.value } } : {}),
	};
}

/**
 * The authors and publishers of the articles that a page cites, as separate nodes: web clippers take the first author and
 * publisher in the data of a page, even inside a citation, for those of the page.
 */
export const makers = (sources: readonly Source[]): Thing[] => sources.flatMap((one) => Object.values(makersOf(one)));

/** One of the source articles, as far as its text describes it; its authors and publisher by `@id`. */
export function source(root: string, article: Source): Thing {
	const { id, label, headline, published, genre } = article;
	const by = Object.entries(makersOf(article)).map(([role, maker]) => [role, { '@id': maker['@id'] }]);
	return {
		'@type': articleTypes[genre],
		'@id': entry(root, id),
		name: label,
		...(headline.basis === 'stated' ? { headline: headline.value } : {}),
		...(Object.fromEntries(by) as Thing),
		...(/^\d{4}(-\d{2}){0,2}$/.test(published.edtf) ? { datePublished: published.edtf } : {}),
	};
}

/** The publisher of the page, as far as the newsroom is known. */
export const desk = ({ publisher, people }: Newsroom): Thing => ({
	...(publisher.name ? { publisher: { '@type': 'Organization', ...publisher, url: publisher.url || undefined } } : {}),
	...(people.length > 0
		? { author: people.map(({ name, role }) => ({ '@type': 'Person', name, jobTitle: role })) }
		: {}),
});

/** The story, for the page at `root`. */
export function newsArticle(story: Story, root: string): Thing {
	const { copy, newsroom, sources, corrections } = story;
	return {
		'@type': 'NewsArticle',
		'@id': root,
		url: root,
		headline: copy.title,
		description: copy.description,
		inLanguage: copy.language,
		isAccessibleForFree: true,
		datePublished: newsroom.released,
		...(corrections[0] ? { dateModified: corrections[0].date } : {}),
		license: licence.path,
		publishingPrinciples: `${root}method/`,
		...desk(newsroom),
		citation: sources.map((one) => source(root, one)),
		isBasedOn: {
			'@type': 'Dataset',
			'@id': `${root}data/#dataset`,
			name: `The data of “${copy.title}”`,
			url: `${root}data/`,
		},
		// The log can grow long, and readers of the story should not wait for it.
		...(corrections.length > 0 ? { correction: `${root}method/#corrections` } : {}),
	};
}

/** Every quotation with its speaker and its article; `root` is the URL of the site, relative to the page. */
export function quotations({ quotations: all, actors }: Pick<Story, 'quotations' | 'actors'>, root: string): Thing[] {
	const byId = new Map(actors.map((actor) => [actor.id, actor]));
	return all.flatMap((quotation) => {
		const { id, speaker, source, lead } = quotation;
		const actor = byId.get(speaker);
		if (!actor) return [];
		return {
			'@type': 'Quotation',
			'@id': entry(root, id),
			text: shown(quotation),
			// The subject of the quotation, if its verb is cut off.
			...(lead ? { description: quotationInWords(quotation, actor.name) } : {}),
			spokenByCharacter: agent(root, actor),
			isPartOf: { '@id': entry(root, source) },
		};
	});
}

/**
 * The verdict of an article that rates a claim, attributed to that article: the project rates nothing. Its authors are
 * separate nodes, for the reason given at `makers`. Empty if no article rates a claim.
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
