import { error } from '@sveltejs/kit';
import { CHARTS } from '#lib/model/charts.ts';
import { oEmbed } from '#lib/metadata/oembed.ts';
import { siteAddress } from '#lib/server/site.ts';
import { storyPage } from '#lib/server/story.ts';
import { stillSize } from '#lib/stills/stills.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

const story = storyPage();
const charts = Object.values(story.copy.charts);

export const entries = () => charts.map(({ id }) => ({ chart: id }));

export const GET: RequestHandler = ({ params }) => {
	const chart = charts.find(({ id }) => id === params.chart) ?? error(404, `There is no chart called ${params.chart}`);
	const root = siteAddress() ?? '../';
	const thumbnail = stillSize(story, chart.id, 'column');
	return Response.json(oEmbed(chart, story, { root, height: CHARTS[chart.id].reserved, thumbnail }));
};
