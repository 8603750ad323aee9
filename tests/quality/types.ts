/** The quality report: each criterion, and what tests found about it. */

/** The outcome of an assertion in one engine; `missing`: no test covers it. */
export type Outcome = 'holds' | 'failed' | 'skipped' | 'missing';

export interface QualityFinding {
	/** The browser; null for tests without one. */
	readonly engine: string | null;
	readonly outcome: Outcome;
	/** The values that tests measured; or why they failed or were skipped. */
	readonly figures: readonly string[];
	/** The files that hold the tests. */
	readonly files: readonly string[];
}

export interface QualityAssertion {
	/** `<group>/<name>` */
	readonly id: string;
	readonly words: string;
	/** 0: blocks merging; 1: blocks a release. */
	readonly priority: 0 | 1;
	/** The worst of its findings, apart from skipped ones. */
	readonly outcome: Outcome;
	readonly findings: readonly QualityFinding[];
}

/** A third-party program or library that tests ran with; without a version it was not installed, and they were skipped. */
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
	/** Faults of the report itself: lanes that did not run, unknown ids. Empty if there are none. */
	readonly faults: readonly string[];
}
