import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { launch } from '#commands/browser/launch.ts';
import { waitForPosition, PHONE, visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** The memory of a page after garbage collection: bytes of the heap. */
async function held(session: CDPSession) {
	// Twice: the first round finalises objects, the second removes them.
	for (let round = 0; round < 2; round += 1) await session.send('HeapProfiler.collectGarbage');
	const { metrics } = await session.send('Performance.getMetrics');
	const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
	return { listeners: value('JSEventListeners'), nodes: value('Nodes'), heap: value('JSHeapUsedSize') };
}

/** Runs in the page: a reader who goes up and down, chooses chapters, and opens and closes evidence. */
async function read({ steps, menus, panels }: { steps: number; menus: number; panels: number }): Promise<void> {
	const frame = () => new Promise(requestAnimationFrame);
	const next = document.querySelector<HTMLElement>('[data-go="next"]');
	const previous = document.querySelector<HTMLElement>('[data-go="previous"]');
	for (let step = 0; step < steps; step += 1) {
		(step % 48 < 24 ? next : previous)?.click();
		await frame();
	}
	const chapters = [...document.querySelectorAll<HTMLElement>('[data-chapters] a')];
	for (let jump = 0; jump < menus; jump += 1) {
		const menu = document.querySelector<HTMLDetailsElement>('details[data-chapters]');
		if (menu) menu.open = true;
		chapters[jump % chapters.length]?.click();
		await frame();
	}
	const marks = [...document.querySelectorAll<HTMLElement>('a[data-cite], .drawing a[data-id]')];
	for (let panel = 0; panel < panels; panel += 1) {
		marks[(panel * 7) % marks.length]?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
		const dialog = () => document.querySelector<HTMLDialogElement>('dialog[open]');
		for (let frames = 0; frames < 600 && !dialog(); frames += 1) await frame();
		if (!dialog()) throw new Error(`panel ${panel} did not open`);
		dialog()?.close();
		await frame();
	}
	await frame();
}

test('five hundred steps, twenty chapters and fifty openings of evidence leave no listener, node or memory behind', async ({
	task,
}) => {
	const { page, complaints, leave } = await visit(browser, { viewport: PHONE });
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	// Each once, to create what is created on first use.
	await page.evaluate(read, { steps: 50, menus: 7, panels: 10 });
	const before = await held(session);
	await page.evaluate(read, { steps: 500, menus: 20, panels: 50 });
	const after = await held(session);
	expect(after.listeners).toBe(before.listeners);
	expect(after.nodes - before.nodes).toBeLessThanOrEqual(50);
	expect(after.heap - before.heap).toBeLessThanOrEqual(500_000);
	await waitForPosition(page);
	// The measurement can fail: one listener and a hundred nodes more are noticed.
	await page.evaluate(() => {
		const nodes = Array.from({ length: 100 }, () => document.createElement('p'));
		addEventListener('scroll', () => nodes.length);
	});
	const spoilt = await held(session);
	expect([spoilt.listeners - after.listeners, spoilt.nodes - after.nodes >= 100]).toEqual([1, true]);
	// At this speed the browser allows only some of the URL changes.
	const faults = complaints.splice(0).filter((complaint) => !complaint.includes('Throttling navigation'));
	complaints.push(...faults);
	await leave();
	const more = [after.listeners - before.listeners, after.nodes - before.nodes, after.heap - before.heap];
	holds(task, 'reliability/long-session', `${more.join(', ')} listeners, nodes, bytes more`);
});

test('a page in the background while the phone is turned shows the step of its position when it returns', async ({
	task,
}) => {
	const { page, leave } = await visit(browser, { viewport: PHONE, at: '#crimea' });
	await waitForPosition(page);
	const session = await page.context().newCDPSession(page);
	await session.send('Page.setWebLifecycleState', { state: 'frozen' });
	await page.setViewportSize({ width: PHONE.height, height: PHONE.width });
	await session.send('Page.setWebLifecycleState', { state: 'active' });
	// Browsers report this for a page from the back-forward cache.
	await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
	await waitForPosition(page);
	await page.locator('[data-go="next"]').click();
	await waitForPosition(page);
	await leave();
	holds(task, 'reliability/sleep');
});
