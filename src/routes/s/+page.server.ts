import { storyPage } from '#lib/server/story.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
	const { copy } = storyPage();
	const chapters = copy.chapters
		.filter(({ steps }) => steps.length > 0)
		.map(({ id, title, steps }) => ({
			id,
			title,
			steps: steps.map((step) => ({ id: step.id, heading: step.heading })),
		}));
	return { title: copy.title, chapters };
};
