import { error } from '@sveltejs/kit';
import { fontAddresses } from '#lib/server/fonts.ts';
import { siteAddress } from '#lib/server/site.ts';
import { storyPage } from '#lib/server/story.ts';
import { shareSize } from '#lib/stills/stills.ts';
import type { PageServerLoad } from './$types';

const { copy } = storyPage();
const steps = copy.chapters.flatMap((chapter) => chapter.steps);

export const entries = () => steps.map(({ id }) => ({ step: id }));

export const load: PageServerLoad = ({ params }) => {
	const step = steps.find(({ id }) => id === params.step) ?? error(404, `There is no step called ${params.step}`);
	const words = step.text[0]?.map(({ text }) => text).join('') ?? '';
	return {
		...{ step, story: copy.title, site: siteAddress(), card: shareSize, fonts: fontAddresses() },
		// Of a step without a chart, the description says just that; its card shows the first chart.
		description: step.chart ? step.description : words,
		alt: step.chart ? step.description : copy.charts.relations.description,
	};
};
