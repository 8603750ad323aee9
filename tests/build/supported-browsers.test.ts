import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { baseline, oldestBrowsers, inWords, targets } from '#build/supported-browsers.js';
import { RELEASES } from '#tests/browser/compatibility/old/releases.ts';

test('the oldest browsers are written as build tools and as readers take them', () => {
	expect(targets({ chrome: '80', safari: '15.6' })).toEqual(['chrome80', 'safari15.6']);
	expect(inWords({ chrome: '80', edge: '80' })).toBe('Chromium (Chrome, Edge) 80');
	expect(inWords({ chrome: '1', edge: '1', firefox: '2', safari: '3' })).toBe(
		'Chromium (Chrome, Edge) 1, Firefox 2, Safari 3',
	);
});

test('README names the oldest supported browsers', () => {
	const readme = readFileSync('README.md', 'utf8').replace(/\s+/g, ' ');
	for (const versions of Object.values(oldestBrowsers))
		expect(readme.includes(inWords(versions)), inWords(versions)).toBe(true);
	expect(readme.includes(`npm run browsers -- chromium@${oldestBrowsers.words.chrome}`)).toBe(true);
});

test('the oldest Chromium of each promise is among those that tests can fetch', () => {
	for (const { chrome } of Object.values(oldestBrowsers)) expect(Object.keys(RELEASES)).toContain(chrome);
});

test('the browsers of the charts are newer than the year that styles are held to', () => {
	// The last releases of 2021.
	const last: Readonly<Record<string, number>> = { chrome: 96, edge: 96, firefox: 95, safari: 15.2 };
	expect(baseline).toBe(2021);
	for (const [name, version] of Object.entries(oldestBrowsers.charts))
		expect(Number(version)).toBeGreaterThan(last[name] ?? NaN);
});
