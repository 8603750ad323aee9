import { chartCopy, chartsOf } from '#lib/model/chart-copy.ts';
import { error } from '@sveltejs/kit';
import { storyPage } from '#lib/server/story.ts';
import { shareSize } from '#lib/stills/stills.ts';
import type { PageServerLoad } from './$types';

const { copy } = storyPage();
const [first] = chartsOf(copy);
const whole = first ? chartCopy(copy, first).description : copy.description;
const steps = copy.chapters.flatMap((chapter) => chapter.steps);

/** Steps by id, also by former ids. */
const byId = new Map(steps.flatMap((step) => [step.id, ...step.formerly].map((id) => [id, step] as const)));

export const load: PageServerLoad = ({ params }) => {
	const step = byId.get(params.step) ?? error(404, `There is no step called ${params.step}`);
	const words = step.text[0]?.map(({ text }) => text).join('') ?? '';
	return {
		...{ step, story: copy.title },
		// Without a chart, the description is the step's text, and the card shows the first chart.
		description: step.chart ? step.description : words,
		card: { ...shareSize, id: step.id, alt: step.chart ? step.description : whole },
	};
};
