/** What the report says of the whole: each assertion, and what tests found out about it. */

/** How an assertion came out in one engine; `missing`: no test says anything of it. */
export type Outcome = 'holds' | 'failed' | 'skipped' | 'missing';

export interface QualityFinding {
	/** The browser that it was tried in; null where it needs none. */
	readonly engine: string | null;
	readonly outcome: Outcome;
	/** What was measured, one of each test; or why it failed or was skipped. */
	readonly figures: readonly string[];
	/** The files that hold the tests. */
	readonly files: readonly string[];
}

export interface QualityAssertion {
	/** `<group>/<name>` */
	readonly id: string;
	readonly words: string;
	/** 0: gates every landing; 1: gates a release. */
	readonly priority: 0 | 1;
	/** The worst of its findings, skipped ones aside. */
	readonly outcome: Outcome;
	readonly findings: readonly QualityFinding[];
}

/** A program or library of others that tests ran with; without a version it was not installed, and they were skipped. */
export interface QualityPartner {
	readonly name: string;
	readonly version: string | null;
}

export interface QualityReport {
	/** In the order of names. */
	readonly partners: readonly QualityPartner[];
	/** When the last of the lanes ended, ISO 8601. */
	readonly made: string;
	readonly assertions: readonly QualityAssertion[];
	/** What is wrong with the report itself: lanes that did not run, ids that nobody has put in words. Empty: nothing. */
	readonly faults: readonly string[];
}
