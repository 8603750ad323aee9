import { error } from '@sveltejs/kit';
import { evidenceEntries } from '#lib/ledger/entries.ts';
import { chartAt } from '#lib/model/chart-copy.ts';
import { storyPage } from '#lib/server/story.ts';
import { chartCard, shareSize } from '#lib/stills/stills.ts';
import { framesOf, geometries, stepsOf, tables } from '#lib/story/charts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const story = storyPage();
	const chart = chartAt(story.copy, params.chart);
	const [step, ...others] = chart ? stepsOf(story, chart.id) : [];
	if (!chart || !step) error(404, `There is no chart called ${params.chart}`);
	const table = tables(story)[chart.id] ?? error(404, `There is no chart called ${params.chart}`);
	const evidence = new Map(evidenceEntries(story).map((entry) => [entry.id, entry]));
	const rows = table.rows.map((row) => ({ ...row, formerly: evidence.get(row.id)?.formerly ?? [] }));
	return {
		story,
		chart,
		isFormer: chart.id !== params.chart,
		table: { ...table, rows },
		steps: [step, ...others] as const,
		frames: framesOf(story, chart.id),
		geometries: geometries(story),
		entries: new Map(table.rows.flatMap(({ id }) => evidence.get(id) ?? []).map((entry) => [entry.id, entry])),
		card: { ...shareSize, id: chartCard(chart.id), alt: chart.description },
	};
};
