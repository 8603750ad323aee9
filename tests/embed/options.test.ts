import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatOptions, parseOptions, type EmbedOptions } from '#lib/embed/options.ts';
import { holds } from '#tests/quality/holds.ts';

const plain: EmbedOptions = { theme: 'auto', step: null, focus: null, header: true, motion: true, background: 'paper' };

const slugs = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,79}$/);
const valid: fc.Arbitrary<EmbedOptions> = fc.record({
	theme: fc.constantFrom('light', 'dark', 'auto'),
	step: fc.option(slugs),
	focus: fc.option(slugs),
	header: fc.boolean(),
	motion: fc.boolean(),
	background: fc.constantFrom('paper', 'transparent'),
});

const runs = { numRuns: 1000 };

describe('options of an embed', () => {
	test('an empty query gives the defaults, and the defaults give an empty query', () => {
		expect(parseOptions('')).toEqual(plain);
		expect(formatOptions(plain)).toBe('');
	});

	test('every option can be parsed and written', () => {
		const address = '?theme=dark&step=crimea&focus=crimea-annexed&header=0&motion=0&bg=transparent';
		const options = parseOptions(address);
		expect(options).toEqual({
			theme: 'dark',
			step: 'crimea',
			focus: 'crimea-annexed',
			header: false,
			motion: false,
			background: 'transparent',
		});
		expect(formatOptions(options)).toBe(address);
	});

	test('written options parse to the same options', () => {
		fc.assert(
			fc.property(valid, (options) => {
				expect(parseOptions(formatOptions(options))).toEqual(options);
			}),
			runs,
		);
	});

	test('any string gives options that can be written and read back', ({ task }) => {
		const texts = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc
				.array(fc.tuple(fc.constantFrom('theme', 'step', 'focus', 'header', 'motion', 'bg'), fc.string()))
				.map((pairs) => `?${pairs.map(([key, value]) => `${key}=${value}`).join('&')}`),
		);
		fc.assert(
			fc.property(texts, (text) => {
				const options = parseOptions(text);
				expect(parseOptions(formatOptions(options))).toEqual(options);
			}),
			runs,
		);
		holds(task, 'security/fuzzed-addresses', `embeds, ${runs.numRuns} runs`);
	});

	test.each([
		['percent garbage', '?theme=%&step=%E0%A4%A&focus=%%%&header=%'],
		['nothing but control characters', '?step=%00&focus=a%00b&theme=\0dark'],
		['a megabyte', `?step=${'a'.repeat(1_000_000)}&theme=${'dark'.repeat(10_000)}`],
		['names of the language', '?__proto__=1&step=__proto__&focus=__proto__&theme=constructor'],
		['markup', '?step=<script>alert(1)</script>&focus="><img src=x onerror=alert(1)>&theme=<dark>'],
		['lone surrogates', '?step=\ud800&focus=\udfff'],
		['capitals, spaces and slashes', '?step=Crimea&focus=../evidence&theme=DARK&header=&motion=off&bg=red'],
	])('%s counts as not said', (_, text) => {
		expect(parseOptions(text)).toEqual(plain);
	});

	test('of repeated options the first counts', () => {
		expect(parseOptions('?theme=dark&theme=light').theme).toBe('dark');
	});
});
