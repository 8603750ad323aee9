/** The lists of records in a story. */
import type { Kind } from './records.ts';
import type { Story } from './story.ts';

/** The lists whose records have an entry on the evidence page, and their kind. */
export const RECORD_LISTS = {
	...{ sources: 'source', actors: 'actor', events: 'event', ties: 'tie', contacts: 'contact', questions: 'question' },
	...{ positions: 'position', quotations: 'quotation', figures: 'figure' },
} as const satisfies Partial<Record<keyof Story, Kind>>;

/** The kinds of these records, in the order of their lists. */
export const KINDS: readonly Kind[] = Object.values(RECORD_LISTS);

/** Fields of a record that are derived from other records. */
export const FOLLOWS: ReadonlySet<string> = new Set([
	...['id', 'start', 'end', 'mean', 'n', 'between', 'era', 'quotedShare'],
]);
