import { rollup } from 'd3';
import type { Outcome, QualityAssertion, QualityFinding, QualityPartner, QualityReport } from './types.ts';
import type { Assertion } from './assertions.ts';
import type { Holding } from './holds.ts';

/** One test of a lane, with the criteria that it recorded. */
export interface TestRecord {
	readonly file: string;
	readonly title: string;
	readonly state: 'passed' | 'failed' | 'skipped' | 'pending';
	/** Why it failed or was skipped; empty where it passed. */
	readonly reason: string;
	readonly engine: string | null;
	/** The criterion that it declares before it runs, if any. */
	readonly asserts: string | null;
	readonly holdings: readonly Holding[];
	readonly partner?: QualityPartner | null;
}

/** One lane, run to its end. */
export interface LaneRecord {
	readonly lane: string;
	/** When it ended, ISO 8601. */
	readonly made: string;
	readonly tests: readonly TestRecord[];
	/** For each file, the criteria that it names, even if its tests did not record them. */
	readonly names: Readonly<Record<string, readonly string[]>>;
}

export const LANES = ['unit', 'site', 'browser', 'engines'] as const;

interface Hint {
	readonly id: string;
	readonly engine: string | null;
	readonly outcome: Outcome;
	readonly figure: string;
	readonly file: string;
}

/**
 * What the tests of a lane say of assertions. A failed test speaks against the one that it is there for, or, where it
 * does not say, against every one that its file names: it ended before it could tell which.
 */
function hints({ lane, tests, names }: LaneRecord): Hint[] {
	return tests.flatMap((test): Hint[] => {
		const engine = test.engine ?? (lane === 'browser' ? 'Chromium' : null);
		const at = { engine, file: test.file };
		if (test.state === 'passed')
			return test.holdings.map(({ assertion, figure }) => ({
				...at,
				...{ id: assertion, outcome: 'holds', figure: figure === undefined ? '' : String(figure) },
			}));
		const spoken = test.asserts === null ? (names[test.file] ?? []) : [test.asserts];
		const outcome = test.state === 'failed' ? 'failed' : 'skipped';
		const figure = test.asserts === null ? `“${test.title}”: ${test.reason}` : test.reason;
		return spoken.map((id) => ({ ...at, id, outcome, figure }));
	});
}

const WORST: readonly Outcome[] = ['failed', 'holds', 'skipped', 'missing'];

const worst = (outcomes: readonly Outcome[]): Outcome =>
	WORST.find((outcome) => outcomes.includes(outcome)) ?? 'missing';

const distinct = (words: readonly string[]): string[] => [...new Set(words)].filter(Boolean);

/** The result in one engine; if anything failed, only the failures. */
function finding(engine: string | null, found: readonly Hint[]): QualityFinding {
	const outcome = worst(found.map((each) => each.outcome));
	const telling = found.filter((each) => each.outcome === outcome);
	return {
		...{ engine, outcome },
		figures: distinct(telling.map(({ figure }) => figure)),
		files: distinct(telling.map(({ file }) => file)),
	};
}

function judged({ id, words, priority }: Assertion, found: readonly Hint[]): QualityAssertion {
	const engines = [...new Set(found.map(({ engine }) => engine))];
	const findings = engines.map((engine) =>
		finding(
			engine,
			found.filter((each) => each.engine === engine),
		),
	);
	return { id, words, priority, outcome: worst(findings.map(({ outcome }) => outcome)), findings };
}

/** The report on these assertions, from the last run of each lane. */
export function report(assertions: readonly Assertion[], lanes: readonly LaneRecord[]): QualityReport {
	const found = lanes.flatMap(hints);
	const known = new Set(assertions.map(({ id }) => id));
	const strange = distinct(found.map(({ id }) => id)).filter((id) => !known.has(id));
	const absent = LANES.filter((lane) => !lanes.some((each) => each.lane === lane));
	const partners = new Map(
		lanes.flatMap(({ tests }) => tests.flatMap(({ partner }) => partner ?? [])).map((each) => [each.name, each]),
	);
	return {
		partners: [...partners.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
		made:
			lanes
				.map(({ made }) => made)
				.sort()
				.at(-1) ?? '',
		assertions: assertions.map((assertion) =>
			judged(
				assertion,
				found.filter(({ id }) => id === assertion.id),
			),
		),
		faults: [
			...absent.map((lane) => `the lane “${lane}” has not been run to its end`),
			...strange.map((id) => `${id} is recorded by a test, but tests/quality/assertions.ts does not say what it means`),
		],
	};
}

/** Whether everything that gates a landing holds: nothing failed, nothing of priority 0 without a test, no fault. */
export const passes = ({ assertions, faults }: QualityReport): boolean =>
	faults.length === 0 &&
	assertions.every(({ outcome, priority }) => outcome === 'holds' || (outcome !== 'failed' && priority === 1));

const MARKS: Readonly<Record<Outcome, string>> = { holds: '✓', failed: '✗', skipped: '–', missing: '?' };

/** The report as lines for a terminal. */
export function lines({ made, assertions, faults, partners }: QualityReport): string[] {
	const results = assertions.flatMap(({ id, words, priority, outcome, findings }) => [
		`${MARKS[outcome]} P${priority} ${id}: ${words}${outcome === 'missing' ? ' — not run' : ''}`,
		...findings.flatMap(({ engine, outcome: here, figures }) => {
			const figure = figures.join('; ');
			if (here === 'holds' && engine === null && !figure) return [];
			return [`      ${MARKS[here]} ${[engine ?? '', figure].filter(Boolean).join(': ')}`];
		}),
	]);
	const count = (outcome: Outcome): number => assertions.filter((each) => each.outcome === outcome).length;
	return [
		...results,
		...(partners.length > 0 ? ['Programs of others that the tests ran with:'] : []),
		...partners.map(({ name, version }) => `      ${name} ${version ?? 'was not installed, and skipped'}`),
		...faults.map((fault) => `✗ ${fault}`),
		`${count('holds')} of ${assertions.length} hold, ${count('failed')} failed, ${count('missing') + count('skipped')} without a result; tests of ${made || 'never'}`,
	];
}

/** One line for each reason for which tests were skipped. */
export function skippedLines(tests: readonly Pick<TestRecord, 'state' | 'reason'>[]): string[] {
	const skipped = tests.filter(({ state }) => state === 'skipped');
	const counts = rollup(
		skipped,
		(group) => group.length,
		({ reason }) => reason || 'no reason given',
	);
	return [...counts].map(([reason, count]) => `${count} skipped: ${reason}`);
}
