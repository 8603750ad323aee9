import { expect, test } from 'vitest';
import { eraOf, meanScore, withMeans } from '#compile/records/eras.ts';
import type { Event } from '#lib/model/records.ts';

const spot = () => ({ file: 'seeds/eras.yaml', line: 1, column: 1 });
const era = (id: string, from: string, to: string) => ({ record: { id, label: id, from, to }, at: spot, keyAt: spot });
const eras = [era('2014', '2014-01-01', '2014-12-31'), era('2015', '2015-01-01', '2015-12-31')];
const event = (
	goldstein: number | null,
	dyad: Event['dyad'] = 'us-ru',
	inEra = '2014',
	status: Event['status'] = 'asserted',
) => ({
	status,
	cameo: { code: '050', name: '', goldstein },
	dyad,
	era: inEra,
});

test('counts both ends of an era to it', () => {
	expect(['2013-12-31', '2014-01-01', '2014-12-31', '2015-01-01'].map((day) => eraOf(day, eras))).toEqual([
		null,
		'2014',
		'2014',
		'2015',
	]);
});

test('gives the mean of what has a score, exactly, and null without any', () => {
	expect(meanScore([event(0.1), event(0.2), event(null)])).toEqual({ mean: 0.15, n: 2 });
	expect(meanScore([event(-10), event(5), event(0)])).toEqual({ mean: -1.6667, n: 3 });
	expect(meanScore([event(null), { cameo: null }])).toEqual({ mean: null, n: 0 });
});

test('keeps acts inside one country out of the means, and acts towards others out of those between the two, and what is disputed out of the rest', () => {
	const events = [
		...[event(4), event(-2, 'third-party'), event(-9, 'internal'), event(1, 'mutual', '2015')],
		event(-7, 'ru-us', '2015', 'disputed'),
	];
	expect(withMeans(eras, events)).toMatchObject([
		{ id: '2014', mean: 1, n: 2, between: { mean: 4, n: 1 }, undisputed: { mean: 4, n: 1 } },
		{ id: '2015', mean: -3, n: 2, between: { mean: -3, n: 2 }, undisputed: { mean: 1, n: 1 } },
	]);
});
