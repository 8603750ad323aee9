/** The charts' own style sheets, as rules. */
import accounts from '#lib/charts/accounts/accounts.css?raw';
import contacts from '#lib/charts/contacts/contacts.css?raw';
import relations from '#lib/charts/relations/relations.css?raw';
import ties from '#lib/charts/ties/ties.css?raw';
import type { ChartId } from '#lib/model/copy.ts';
import { rules, type Rule } from './cascade.ts';

export const sheets: Readonly<Record<ChartId, readonly Rule[]>> = {
	relations: rules(relations),
	ties: rules(ties),
	contacts: rules(contacts),
	accounts: rules(accounts),
};
