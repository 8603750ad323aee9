import { chartCopy } from '#lib/model/chart-copy.ts';
import { storyPage } from '#lib/server/story.ts';
import { tables } from '#lib/story/charts.ts';

export const load = () => {
	const story = storyPage();
	const rows = tables(story);
	const charts = story.copy.chapters.flatMap(({ id, short, chart }) => {
		const table = chart && rows[chart];
		return table ? [{ chart: chartCopy(story.copy, chart), chapter: id, short, table }] : [];
	});
	return { charts };
};
