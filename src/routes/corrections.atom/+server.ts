import { correctionsFeed } from '#lib/method/feed.ts';
import { siteAddress } from '#lib/server/site.ts';
import { storyPage } from '#lib/server/story.ts';

export const prerender = true;

export const GET = () =>
	new Response(correctionsFeed(storyPage(), siteAddress()), {
		headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
	});
