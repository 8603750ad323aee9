import type { Place } from './place.ts';

/** The part of `history.state` that a reload and going back restore. */
export interface Memory {
	readonly place?: Place | null;
	/** Whether the story is read without scrolling effects. */
	readonly reading?: boolean;
}

/** Its key in `history.state`. */
const KEY = 'visit';

const stateOf = (): Readonly<Record<string, unknown>> => {
	const state: unknown = history.state;
	return typeof state === 'object' && state !== null ? { ...state } : {};
};

/** The stored state of this entry; empty on a first visit. */
export const remembered = (): Memory => stateOf()[KEY] ?? {};

export function remember(change: Memory): void {
	try {
		history.replaceState({ ...stateOf(), [KEY]: { ...remembered(), ...change } }, '');
	} catch {
		// In a sandboxed frame, or after too many changes a minute, nothing is stored.
	}
}
