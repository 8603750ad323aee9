/** The four charts as the story uses them: geometry and table by id, each made once from the compiled story. */
import { accountsTable } from '#lib/charts/accounts/describe.ts';
import { accountsGeometry } from '#lib/charts/accounts/geometry.ts';
import { contactsTable } from '#lib/charts/contacts/describe.ts';
import { contactsGeometry } from '#lib/charts/contacts/geometry.ts';
import { relationsTable } from '#lib/charts/relations/describe.ts';
import { relationsGeometry } from '#lib/charts/relations/geometry.ts';
import { tiesTable } from '#lib/charts/ties/describe.ts';
import { tiesGeometry } from '#lib/charts/ties/geometry.ts';
import type { Table } from '#lib/model/chart.ts';
import type { ChartId, Step } from '#lib/model/copy.ts';
import type { Story } from '#lib/model/story.ts';

/** The steps of one chart, in reading order. */
export function stepsOf(story: Story, chart: ChartId): Step[] {
	return story.copy.chapters.flatMap((chapter) => chapter.steps).filter((step) => step.chart === chart);
}

/** Each chart's geometry in all frames. */
export const geometries = (story: Story) => ({
	relations: relationsGeometry(story, stepsOf(story, 'relations')),
	ties: tiesGeometry(story),
	contacts: contactsGeometry(story),
	accounts: accountsGeometry(story),
});

export type Geometries = ReturnType<typeof geometries>;

/** Each chart's rows in words. */
export const tables = (story: Story): Record<ChartId, Table> => ({
	relations: relationsTable(story),
	ties: tiesTable(story),
	contacts: contactsTable(story),
	accounts: accountsTable(story),
});

/** Which keys do what inside a chart's drawing. */
export const keysOf = (chart: ChartId): string =>
	chart === 'contacts'
		? 'Keys: at a person, right and left lead to their contacts, down and up to the next person. At a contact, right and left lead round, down to the other person, up back. Enter opens the evidence, Escape leaves.'
		: 'Keys: the arrows, Home and End lead from mark to mark. Enter opens the evidence, Escape leaves.';

/** The frames a chart can show, the whole first. */
export const framesOf = (story: Story, chart: ChartId): string[] =>
	chart === 'relations' ? ['all', ...story.eras.map((era) => era.id)] : ['all'];
