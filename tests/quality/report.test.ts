import { expect, test } from 'vitest';
import type { Assertion } from './assertions.ts';
import { ASSERTIONS } from './assertions.ts';
import { LANES, lines, passes, report, skippedLines, type LaneRecord, type TestRecord } from './report.ts';

const criteria: readonly Assertion[] = [
	{ id: 'a11y/axe', words: 'no violation', priority: 0 },
	{ id: 'a11y/text-size', words: 'twice the text', priority: 1 },
];

const tested = (changes: Partial<TestRecord>): TestRecord => ({
	...{ file: 'tests/browser/axe.test.ts', title: 'finds nothing', state: 'passed', reason: '' },
	...{ engine: null, asserts: null, holdings: [{ assertion: 'a11y/axe', figure: '0 on 24 pages' }], ...changes },
});

const whole = (...tests: readonly TestRecord[]): LaneRecord[] =>
	LANES.map((lane) => ({
		...{ lane, made: `2026-11-27T12:0${LANES.indexOf(lane)}:00.000Z`, tests: lane === 'browser' ? tests : [] },
		names: { 'tests/browser/axe.test.ts': ['a11y/axe'] },
	}));

const axe = (lanes: readonly LaneRecord[]) => report(criteria, lanes).assertions[0];

test('a criterion holds if a passed test records it, with its value and browser', () => {
	const made = report(criteria, whole(tested({})));
	expect(made.made).toBe('2026-11-27T12:03:00.000Z');
	expect(made.assertions[0]).toMatchObject({
		outcome: 'holds',
		findings: [{ engine: 'Chromium', outcome: 'holds', figures: ['0 on 24 pages'] }],
	});
	expect(passes(made)).toBe(true);
});

test('one that gates a landing and has no test is a failure; one that gates a release is not', () => {
	expect(report(criteria, whole(tested({}))).assertions[1]?.outcome).toBe('missing');
	const made = report(criteria, whole());
	expect(made.assertions[0]?.outcome).toBe('missing');
	expect(passes(made)).toBe(false);
	expect(lines(made).join('\n')).toContain('? P0 a11y/axe: no violation — not run');
});

test('a failed test counts against every criterion that its file names, whatever other tests record', () => {
	const made = whole(tested({}), tested({ title: 'in the dark', state: 'failed', holdings: [], reason: '3 found' }));
	expect(axe(made)).toMatchObject({ outcome: 'failed', findings: [{ figures: ['“in the dark”: 3 found'] }] });
	expect(passes(report(criteria, made))).toBe(false);
});

test('a failed test that declares its criterion counts against that one only, in its engine', () => {
	const failed = tested({ engine: 'WebKit', asserts: 'a11y/text-size', state: 'failed', holdings: [], reason: 'cut' });
	const made = report(criteria, whole(tested({}), failed));
	expect(made.assertions.map(({ outcome }) => outcome)).toEqual(['holds', 'failed']);
	expect(passes(made)).toBe(false);
});

test('an engine that is not installed is reported, and the criterion rests on the others', () => {
	const skipped = tested({
		...{ engine: 'Firefox', asserts: 'a11y/axe', state: 'skipped', holdings: [], reason: 'not installed' },
	});
	const made = report(criteria, whole(tested({ engine: 'Chromium' }), skipped));
	expect(made.assertions[0]?.outcome).toBe('holds');
	expect(lines(made).join('\n')).toContain('– Firefox: not installed');
	expect(axe(whole(skipped))?.outcome).toBe('skipped');
	expect(passes(report(criteria, whole(skipped)))).toBe(false);
});

test('a lane that did not run, and an id without words, are faults of the report', () => {
	const strange = tested({ holdings: [{ assertion: 'a11y/axe' }, { assertion: 'a11y/aks' }] });
	const made = report(criteria, whole(strange).slice(1));
	expect(made.faults).toEqual([
		'the lane “unit” has not been run to its end',
		'a11y/aks is recorded by a test, but tests/quality/assertions.ts does not say what it means',
	]);
	expect(passes(made)).toBe(false);
});

test('no assertion is listed twice', () => {
	const ids = ASSERTIONS.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
});

test('a run ends with a line for each reason why tests were skipped', () => {
	const skipped = (reason: string) => tested({ state: 'skipped', reason });
	expect(skippedLines([tested({}), skipped('no caddy'), skipped(''), skipped('no caddy')])).toEqual([
		'2 skipped: no caddy',
		'1 skipped: no reason given',
	]);
});
