import { expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { reliability, verdict } from '#compile/method/reliability.ts';
import { compile } from '#compile/compile.ts';
import { project } from '#tests/compile/project.ts';

const { story } = compile(project());
const spot = { file: '', line: 1, column: 1 };
const codings = (rows: Record<string, string | null>) =>
	Object.entries(rows).map(([row, cameo]) => ({ row, cameo, spot }));
const accounted = (rows: Record<string, string>) =>
	Object.entries(rows).map(([row, record]) => ({ row, fate: 'taken', record, why: null }) as const);
const scale = new Map([
	['050', { name: 'Engage', goldstein: 3.5 }],
	['161', { name: 'Reduce', goldstein: -4 }],
	['172', { name: 'Sanction', goldstein: -5 }],
]);

test('compares records that both coders gave a code, matched by what they were accounted into', () => {
	const found = reliability(
		accounted({
			'a.E01': 'seat',
			'a.E02': 'pact',
			'a.E03': 'visit',
			'b.E07': 'seat',
			'b.E08': 'pact',
			'b.E09': 'talk',
		}),
		{
			codings: codings({
				'a.E01': '161',
				'a.E02': '050',
				'a.E03': '050',
				'b.E07': '172',
				'b.E08': '050',
				'b.E09': null,
			}),
			scale,
		},
	);
	expect(found.units).toEqual([
		{
			record: 'pact',
			a: { code: '050', name: 'Engage', goldstein: 3.5 },
			b: { code: '050', name: 'Engage', goldstein: 3.5 },
		},
		{
			record: 'seat',
			a: { code: '161', name: 'Reduce', goldstein: -4 },
			b: { code: '172', name: 'Sanction', goldstein: -5 },
		},
	]);
	expect(found.only).toEqual({ a: ['visit'], b: [] });
	// Roots 16, 17, 05, 05: 2 coincidences differ, (16 - 1 - 1 - 4) / 3 are expected. 1 - 2 / (10 / 3).
	expect(found.root).toMatchObject({ value: 0.4, units: 2, verdict: 'below' });
});

test('a code without a score counts for the kind of act but not for the score', () => {
	const found = reliability(accounted({ 'a.E01': 'hack', 'b.E01': 'hack', 'a.E02': 'pact', 'b.E02': 'pact' }), {
		codings: codings({ 'a.E01': '176', 'b.E01': '172', 'a.E02': '050', 'b.E02': '050' }),
		scale,
	});
	expect(found.units[0]?.a).toEqual({ code: '176', name: 'Attack cybernetically', goldstein: null });
	expect(found.root?.units).toBe(2);
	expect(found.score).toBeNull();
});

test('calls an alpha firm from .80, tentative from .667, and nothing below', () => {
	expect([1, 0.8, 0.7999, 0.667, 0.6669, -1].map(verdict)).toEqual([
		...['firm', 'firm', 'tentative', 'tentative', 'below', 'below'],
	]);
});

test('the two codings of the articles agree, and their interval holds the value', ({ task }) => {
	const found = story?.method.reliability;
	for (const alpha of [found?.root, found?.score]) {
		expect(alpha?.low).toBeLessThanOrEqual(alpha?.value ?? NaN);
		expect(alpha?.high).toBeGreaterThanOrEqual(alpha?.value ?? NaN);
		expect(alpha?.units).toBeGreaterThan(50);
	}
	expect(found?.root?.verdict).toBe('firm');
	holds(task, 'provenance/codings', `alpha ${found?.root?.value.toFixed(2) ?? ''}, ${found?.root?.units ?? 0} units`);
});
