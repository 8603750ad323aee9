import { expect, inject, test } from 'vitest';
import { pageCost } from '#tests/tools/bench/page-cost.ts';
import { launch } from '#commands/browser/launch.ts';

test('after loading, the story has at most 3,000 elements and 9,000 nodes, including those that the browser makes', async () => {
	const browser = await launch();
	const { elements, nodes, html } = await pageCost(browser, inject('site'));
	await browser.close();
	expect(elements).toBeGreaterThan(1000);
	expect(elements).toBeLessThanOrEqual(3000);
	expect(nodes).toBeLessThanOrEqual(9000);
	expect(html).toBeLessThanOrEqual(330_000);
});

test('after loading, the evidence has at most 8,300 elements and 410 kB of HTML', async () => {
	const browser = await launch();
	const { elements, html } = await pageCost(browser, `${inject('site')}evidence/`);
	await browser.close();
	expect(elements).toBeGreaterThan(1000);
	expect(elements).toBeLessThanOrEqual(8300);
	expect(html).toBeLessThanOrEqual(410_000);
});
