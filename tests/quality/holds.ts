/** A criterion that a test checks, stored with its result for the quality report. */

export interface Holding {
	/** `<group>/<name>`, one of the report's assertions. */
	readonly assertion: string;
	/** What was measured, in words or as a number. */
	readonly figure?: string | number;
}

declare module '@vitest/runner' {
	export interface TaskMeta {
		/** The criteria that this test recorded, in order. */
		quality?: Holding[];
		/** The engine that a test ran in, or would have; if not set, that of the lane. */
		engine?: string;
		/** The criterion that a test declares before it runs. */
		asserts?: string;
	}
}

/** A vitest task, as far as this needs it. */
interface Task {
	readonly meta: { quality?: Holding[] };
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Records, after its expectations, that a test has checked a criterion, and its value. The report counts it only
 * if the whole test passes. Throws for an id that is not `<group>/<name>`.
 */
export function holds({ meta }: Task, assertion: string, figure?: string | number): void {
	if (!ID.test(assertion)) throw new Error(`“${assertion}” is no assertion: write <group>/<name>, as in a11y/axe`);
	(meta.quality ??= []).push(figure === undefined ? { assertion } : { assertion, figure });
}
