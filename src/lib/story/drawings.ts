/** For each chart of the registry: its drawing, its style sheet, and the content of its legend. */
import type { Component } from 'svelte';
// This order, which is that of the styles in the page, compresses best: another costs up to 88 bytes.
import Accounts from '#lib/charts/accounts/Accounts.svelte';
import accounts from '#lib/charts/accounts/accounts.css?raw';
import Contacts from '#lib/charts/contacts/Contacts.svelte';
import contacts from '#lib/charts/contacts/contacts.css?raw';
import ContactFilters from '#lib/charts/contacts/ContactFilters.svelte';
import Relations from '#lib/charts/relations/Relations.svelte';
import relations from '#lib/charts/relations/relations.css?raw';
import Ties from '#lib/charts/ties/Ties.svelte';
import ties from '#lib/charts/ties/ties.css?raw';
import type { StepState } from '#lib/model/chart.ts';
import type { ChartId } from '#lib/model/charts.ts';
import type { Story } from '#lib/model/story.ts';

interface DrawingProps<G> extends Record<string, unknown> {
	readonly geometry: G;
	readonly step: StepState;
	readonly steps: readonly StepState[];
	readonly evidence: string;
	readonly picture?: boolean;
}

interface Chart<G> {
	readonly Drawing: Component<DrawingProps<G>>;
	readonly sheet: string;
	/** The content of its legend. */
	readonly Filters?: Component<{ story: Story }>;
	/** Whether its marks take their names from the rows of its table, if that is in the page. */
	readonly isNamedByRows?: boolean;
}

/** Only the drawing knows the type of its geometry, which `charts.ts` makes for the same chart. */
const drawn = <G>(one: Chart<G>) => one as unknown as Chart<unknown>;

export const drawings: Readonly<Record<ChartId, Chart<unknown>>> = {
	relations: drawn({ Drawing: Relations, sheet: relations }),
	ties: drawn({ Drawing: Ties, sheet: ties }),
	contacts: drawn({ Drawing: Contacts, sheet: contacts, Filters: ContactFilters }),
	accounts: drawn({ Drawing: Accounts, sheet: accounts, isNamedByRows: true }),
};
