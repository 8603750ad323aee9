/** The state of the ledger's search: from and to an address, and matched against entries. Needs no document. */

/** The filters with a list of choices, by their names in the address. */
export const FILTERS = ['kind', 'source', 'actor', 'year', 'status'] as const;

export type Filter = (typeof FILTERS)[number];

/** Empty means all. */
export interface LedgerState extends Readonly<Record<Filter, string>> {
	/** Words, one space between them. */
	readonly q: string;
	readonly disputed: boolean;
}

/** The values that each filter can take. */
export type Choices = Readonly<Record<Filter, ReadonlySet<string>>>;

/** Characters of a search that are used at most. */
const LONGEST = 100;

/**
 * Reads the query of an address. Any text gives a valid state: what is unknown, repeated or too long is left out.
 * @param query with or without its question mark
 */
export function parseLedger(query: string, choices: Choices): LedgerState {
	const params = new URLSearchParams(query);
	const chosen = (filter: Filter): string => {
		const value = params.get(filter) ?? '';
		return choices[filter].has(value) ? value : '';
	};
	const [kind, source, actor, year, status] = [
		chosen('kind'),
		chosen('source'),
		chosen('actor'),
		chosen('year'),
		chosen('status'),
	];
	const q = [...(params.get('q') ?? '').replace(/\s+/g, ' ').trim()].slice(0, LONGEST).join('').trim();
	return { q, kind, source, actor, year, status, disputed: params.get('disputed') === '1' };
}

/** The query of a state, with its question mark; empty for the default. Parsed, it gives the same state. */
export function formatLedger(state: LedgerState): string {
	const query = new URLSearchParams();
	for (const name of ['q', ...FILTERS] as const) if (state[name]) query.set(name, state[name]);
	if (state.disputed) query.set('disputed', '1');
	const text = query.toString();
	return text && `?${text}`;
}
