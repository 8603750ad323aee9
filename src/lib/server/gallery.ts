import script from 'virtual:gallery';
import { LEAST, RESERVED } from '#lib/embed/reserved.ts';
import type { EmbeddedChart } from '#lib/embed/embedded-chart.ts';
import type { ChartId } from '#lib/model/copy.ts';
import { stillSize } from '#lib/stills/stills.ts';
import { stepsOf } from '#lib/story/charts.ts';
import { storyPage } from './story.ts';

/** The gallery's script, told like that of the pages. */
export const galleryScript = () => ({ ...script, address: `/${script.address}` });

/** What the gallery and its snippets say of one chart. */
export function embeddedChart(id: ChartId): EmbeddedChart {
	const story = storyPage();
	const { title, description, credit } = story.copy.charts[id];
	return {
		...{ id, title, description, credit },
		section: story.copy.chapters.find(({ chart }) => chart === id)?.id ?? '',
		element: story.subject.names.element,
		story: story.copy.title,
		height: RESERVED[id],
		least: LEAST[id],
		picture: stillSize(story, id, 'column'),
		steps: stepsOf(story, id).map(({ id, heading, description }) => ({ id, heading, description })),
	};
}
