import Specificity from '@bramus/specificity';
import { expect, test } from 'vitest';
import { plainSelectors } from '#build/plain-selectors.ts';

const plain = (selector: string): string => plainSelectors(`${selector}{color:red}`).replace('{color:red}', '');

test.for([
	['.a :is(.b,.c)', '.a .b,.a .c'],
	['.a:is(.b,.c) .d,.e', '.a.b .d,.a.c .d,.e'],
	[':is(.a,.b) :is(.c,.d)', '.a .c,.a .d,.b .c,.b .d'],
	[':is(.a .b,.c .d) .e', '.a .b .e,.c .d .e'],
	['.a>:is(p,ul)', '.a>p,.a>ul'],
] as const)('%s is written out as %s, with the same weight', ([selector, due]) => {
	expect(plain(selector)).toBe(due);
	const weight = (list: string) => Specificity.calculate(list).map((one) => one.toArray().join());
	expect(new Set(weight(due))).toEqual(new Set(weight(selector)));
});

test.for([
	// The options differ in specificity; expanded, each would have its own.
	'.a :is(.b,#c)',
	// A browser that does not know one selector of a list drops the whole list.
	'.a:is(:hover,:focus-visible)',
	'.a:is(:has(.b),.c)',
	// A type selector in the middle would join the name before it.
	'.a:is(p,ul)',
	// `.d` need not be below `.a`.
	'.a :is(.b .c,.d .e) .f',
	'.a:not(:is(.b,.c))',
	'.a',
])('%s stays as it is', (selector) => {
	expect(plain(selector)).toBe(selector);
});

test('rules inside conditions are written out, declarations are not touched', () => {
	expect(plainSelectors('@media print{.a :is(.b,.c){content:":is(.b,.c)"}}.d{e:f}')).toBe(
		'@media print{.a .b,.a .c{content:":is(.b,.c)"}}.d{e:f}',
	);
});
