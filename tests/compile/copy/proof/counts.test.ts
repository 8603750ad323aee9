import { expect, test } from 'vitest';
import { judgeCheck } from '#compile/copy/proof/checks.ts';
import { readNumber } from '#compile/copy/proof/counts.ts';
import { mentionsIn } from '#compile/copy/proof/mentions.ts';
import { numeralOf, printedNumber } from '#compile/copy/proof/numerals.ts';
import { known } from '#tests/compile/copy/records.ts';

const { data } = known;

test.each([
	['sources', 2],
	['first-year', 1991],
	['years', 24],
	['ties cut=2014', 2],
	['ties cut=2014-04..2015', 1],
	['ties cut<2015', 2],
	['ties cut>=2015-04-10', 1],
	['ties cut<=2014', 2],
	['ties cut=none', 1],
	['ties cut!=none cut>2014', 1],
	['events score<0', 2],
	['events score!=none dyad=us-ru|internal', 3],
	['events dyad!=us-ru', 2],
	['events sources=2', 1],
	['events sources=birch', 1],
	['events drawn=relations', 3],
	['questions silent=1 answers=1', 1],
	['positions question=why position!=silent', 1],
	['quotations speaker=envoy', 1],
	['facts basis=outside', 2],
	['sources of crimea-annexed', 2],
])('counts %s', (text, count) => {
	expect(readNumber(text, data)).toEqual({ value: count });
});

test.each([
	'all ties are cut!=none',
	'no ties are cut!=none',
	'ties in order of cut',
	'ties = 3',
	'most ties are cut>2014',
])('does not let %s pass', (check) => {
	expect(judgeCheck(check, { data, share: () => null })).toMatchObject({
		value: { holds: false },
	});
});

test.each([
	'no quotations are speaker=alder',
	'most events are score!=none',
	'ties > events score<0',
	'not in the data',
])('lets %s pass', (check) => {
	expect(judgeCheck(check, { data, share: () => null })).toMatchObject({
		value: { holds: true },
	});
});

test('prints numbers in words up to ten, with a capital where they open a sentence', () => {
	expect([2, 10, 11, 1250].map((value) => printedNumber(value, null, false))).toEqual(['two', 'ten', '11', '1,250']);
	expect([2, 26, 100].map((value) => printedNumber(value, null, true))).toEqual(['Two', 'Twenty-six', '100']);
	expect(printedNumber(9, 'digits', true)).toBe('9');
	expect([1, 12, 20, 35].map((value) => printedNumber(value, 'ordinal', false))).toEqual([
		...['first', 'twelfth', 'twentieth', 'thirty-fifth'],
	]);
	for (let value = 0; value < 100; value += 1) {
		expect(numeralOf(printedNumber(value, 'words', true))).toEqual({ value, isOrdinal: false });
		expect(numeralOf(printedNumber(value, 'ordinal', false))).toEqual({ value, isOrdinal: true });
	}
});

test('finds dates and numbers as people write them', () => {
	const found = (text: string) => mentionsIn(text).map(({ words }) => words);
	expect(found('On 17 March 2014, in May, on May 26, 2017 and in 2009–12, the 1990s.')).toEqual([
		...['17 March 2014', 'May', 'May 26, 2017', '2009–12', '1990s'],
	]);
	expect(found('Twenty-five may march; two G8 seats, Rossia-24, the fifth in 35 years.')).toEqual([
		...['Twenty-five', 'two', 'fifth', '35'],
	]);
});
