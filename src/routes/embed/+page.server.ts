import { version } from '$app/environment';
import { chartCopy, chartsOf } from '#lib/model/chart-copy.ts';
import { embedElement } from '#lib/server/embeds.ts';
import { embeddedChart, galleryScript } from '#lib/server/gallery.ts';
import { storyPage } from '#lib/server/story.ts';
import { weightOf } from '#lib/server/weight.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch }) => ({
	charts: await Promise.all(
		chartsOf(storyPage().copy).map(async (id) => ({
			chart: embeddedChart(id),
			formerly: chartCopy(storyPage().copy, id).formerly,
			weight: weightOf(await (await fetch(`/embed/${id}/`)).text()),
		})),
	),
	script: galleryScript(),
	integrity: embedElement().integrity,
	version: `v/${version}/`,
});
