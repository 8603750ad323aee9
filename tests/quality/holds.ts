/** A criterion that a test checks, stored with its result for the quality report. */

export interface Holding {
	/** `<group>/<name>`, one of the report's assertions. */
	readonly assertion: string;
	/** What was measured, in words or as a number. */
	readonly figure?: string | number;
}

declare module '@vitest/runner' {
	export interface TaskMeta {
		/** The assertions that this test bears out, in the order in which they were found to hold. */
		quality?: Holding[];
		/** The engine that a test ran in, or would have; if not set, that of the lane. */
		engine?: string;
		/** The one assertion that a test is there for, known before it has run. */
		asserts?: string;
	}
}

/** A vitest task, as far as this needs it. */
interface Task {
	readonly meta: { quality?: Holding[] };
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Says, after its expectations, that a test has borne out an assertion, and with what figure. The report counts it only
 * where the whole test passes. Throws for an id that is not `<group>/<name>`.
 */
export function holds({ meta }: Task, assertion: string, figure?: string | number): void {
	if (!ID.test(assertion)) throw new Error(`“${assertion}” is no assertion: write <group>/<name>, as in a11y/axe`);
	(meta.quality ??= []).push(figure === undefined ? { assertion } : { assertion, figure });
}
