/** The oEmbed answers for the URLs of charts and of the story: https://oembed.com, version 1.0. */
import type { ChartCopy } from '#lib/model/copy.ts';
import type { PictureSize } from '#lib/model/chart.ts';
import type { Story } from '#lib/model/story.ts';
import { escapeMarkup } from '#lib/model/text.ts';

/** The members that the standard defines. */
interface Described {
	readonly version: '1.0';
	readonly title: string;
	readonly author_name?: string;
	readonly author_url?: string;
	readonly provider_name: string;
	readonly provider_url: string;
	/** Seconds. */
	readonly cache_age: number;
}

/** A picture, which a CMS links to the page. */
export interface OEmbedCard extends Described {
	readonly type: 'photo';
	readonly url: string;
	/** Pixels. */
	readonly width: number;
	readonly height: number;
}

export interface OEmbed extends Described {
	readonly type: 'rich';
	readonly html: string;
	/** Pixels; for a column of the usual width. */
	readonly width: number;
	readonly height: number;
	readonly thumbnail_url: string;
	readonly thumbnail_width: number;
	readonly thumbnail_height: number;
}

/** The usual width of a column of text, in pixels. */
const WIDTH = 600;
const A_DAY = 86_400;

type StorySlice = Pick<Story, 'copy' | 'newsroom'>;

function described(title: string, { copy, newsroom }: StorySlice, root: string): Described {
	const { name, url } = newsroom.publisher;
	return {
		...{ version: '1.0', title },
		...(name ? { author_name: name } : {}),
		...(name && url ? { author_url: url } : {}),
		...{ provider_name: copy.title, provider_url: root, cache_age: A_DAY },
	};
}

/** The answer for the story: its card, which contains the title, as wide as a column. */
export const storyOEmbed = (
	story: StorySlice,
	{ root, card }: { readonly root: string; readonly card: PictureSize & { readonly id: string } },
): OEmbedCard => ({
	...described(story.copy.title, story, root),
	...{ type: 'photo', url: `${root}share/${card.id}.png` },
	...{ width: WIDTH, height: Math.round((WIDTH * card.height) / card.width) },
});

/** WordPress limits a frame that it listens to, to 1,000 pixels; of a chart of this height, little scrolls in a narrow column. */
const WORDPRESS_MOST = 1100;

/**
 * The answer for a chart: one empty frame, with only those attributes that WordPress keeps (`src`, `title`, `width`,
 * `height`, `frameborder`). WordPress listens for the height, and follows links, only where a quotation stands before the
 * frame; it shows that, without its `hidden`, in place of the chart until its script has run, and in feeds. So a chart has
 * one unless it is higher than WordPress lets such a frame be. `root` is the site's address, absolute for all who fetch
 * this from elsewhere.
 */
export function oEmbed(
	{ id, title }: Pick<ChartCopy, 'id' | 'title'>,
	story: StorySlice,
	{
		root,
		height,
		thumbnail,
	}: {
		readonly root: string;
		readonly height: number;
		readonly thumbnail: PictureSize;
	},
): OEmbed {
	const attributes = {
		src: `${root}embed/${id}/`,
		title: `Interactive chart: ${title}`,
		...{ width: '100%', height: String(height), frameborder: '0' },
	};
	const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(value)}"`);
	const quotation = `<blockquote hidden><a href="${escapeMarkup(attributes.src)}">${escapeMarkup(title)}</a></blockquote>`;
	return {
		...described(title, story, root),
		type: 'rich',
		html: `${height > WORDPRESS_MOST ? '' : quotation}<iframe${written.join('')}></iframe>`,
		...{ width: WIDTH, height },
		thumbnail_url: `${root}charts/${id}.light.png`,
		thumbnail_width: thumbnail.width,
		thumbnail_height: thumbnail.height,
	};
}
