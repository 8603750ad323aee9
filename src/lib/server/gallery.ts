import script from 'virtual:gallery';
import type { EmbeddedChart } from '#lib/embed/embedded-chart.ts';
import { CHARTS, type ChartId } from '#lib/model/charts.ts';
import { chartCopy } from '#lib/model/chart-copy.ts';
import { stillSize } from '#lib/stills/stills.ts';
import { stepsOf } from '#lib/story/charts.ts';
import { storyPage } from './story.ts';

/** The gallery's script: its address from the site's root, and its integrity. */
export const galleryScript = () => ({ address: `/${script.address}`, integrity: script.integrity });

/** A chart as the gallery and its snippets describe it. */
export function embeddedChart(id: ChartId): EmbeddedChart {
	const story = storyPage();
	const { title, description, credit } = chartCopy(story.copy, id);
	return {
		...{ id, title, description, credit },
		section: story.copy.chapters.find(({ chart }) => chart === id)?.id ?? '',
		element: story.subject.names.element,
		story: story.copy.title,
		height: CHARTS[id].reserved,
		least: CHARTS[id].least,
		picture: stillSize(story, id, 'column'),
		steps: stepsOf(story, id).map(({ id, heading, description }) => ({ id, heading, description })),
	};
}
