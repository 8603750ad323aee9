import { fontAddresses } from '#lib/server/fonts.ts';
import { storyPage } from '#lib/server/story.ts';
import { tables } from '#lib/story/charts.ts';

export const load = () => {
	const story = storyPage();
	const rows = tables(story);
	const charts = story.copy.chapters.flatMap(({ id, short, chart }) =>
		chart ? [{ chart: story.copy.charts[chart], chapter: id, short, table: rows[chart] }] : [],
	);
	return { charts, fonts: fontAddresses() };
};
