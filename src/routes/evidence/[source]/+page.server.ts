import { error } from '@sveltejs/kit';
import { inWords } from '#lib/charts/words.ts';
import { sourcePage } from '#lib/ledger/source-page.ts';
import { storyPage } from '#lib/server/story.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const page = sourcePage(storyPage(), params.source) ?? error(404, 'No article has this name');
	return { ...page, articles: inWords(storyPage().sources.length) };
};
