import type { Place } from './place.ts';

/** What an entry of the history keeps of a visit, so that a reload and the way back find it; nothing else keeps it. */
export interface Memory {
	readonly place?: Place | null;
	/** Whether the story is read without scrolling effects. */
	readonly reading?: boolean;
}

/** Where in the entry's state it stands. */
const KEY = 'visit';

const stateOf = (): Readonly<Record<string, unknown>> => {
	const state: unknown = history.state;
	return typeof state === 'object' && state !== null ? { ...state } : {};
};

/** What this entry keeps; empty on a first visit. */
export const remembered = (): Memory => stateOf()[KEY] ?? {};

export function remember(change: Memory): void {
	try {
		history.replaceState({ ...stateOf(), [KEY]: { ...remembered(), ...change } }, '');
	} catch {
		// A sandboxed frame, or too many changes a minute: what is shown stands.
	}
}
