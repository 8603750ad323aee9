import { error } from '@sveltejs/kit';
import { storyPage } from '#lib/server/story.ts';
import type { PageServerLoad } from './$types';

const { copy, subject } = storyPage();

/** Former pages, and where each leads now. */
const former = new Map(Object.entries(subject.formerly));

export const load: PageServerLoad = ({ params }) => {
	// A rest parameter holds the slash at the end as well.
	const page = `/${params.page.replace(/\/$/, '')}/`;
	const to = former.get(page) ?? error(404, `There is nothing at ${page}`);
	return { to: to.slice(1), title: copy.title, description: copy.description };
};
