import { error } from '@sveltejs/kit';
import { CHARTS } from '#lib/model/charts.ts';
import { chartAt, publishedCharts } from '#lib/model/chart-copy.ts';
import { oEmbed, storyOEmbed } from '#lib/metadata/oembed.ts';
import { siteAddress } from '#lib/server/site.ts';
import { storyPage } from '#lib/server/story.ts';
import { OPENING, shareSize, stillSize } from '#lib/stills/stills.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

const story = storyPage();

/** The story's answer has the id of its card; a former id of a chart gives the chart's answer. */
export const entries = () => [OPENING, ...publishedCharts(story.copy)].map((chart) => ({ chart }));

export const GET: RequestHandler = ({ params }) => {
	const root = siteAddress() ?? '../';
	if (params.chart === OPENING) return Response.json(storyOEmbed(story, { root, card: { id: OPENING, ...shareSize } }));
	const chart = chartAt(story.copy, params.chart) ?? error(404, `There is no chart called ${params.chart}`);
	const thumbnail = stillSize(story, chart.id, 'column');
	return Response.json(oEmbed(chart, story, { root, height: CHARTS[chart.id].reserved, thumbnail }));
};
