import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { embed, fewAtOnce, foreign, reader, type Foreign } from './foreign.ts';
import { launch } from '#commands/browser/launch.ts';
import { LISTENERS, listenerPage, type Listener } from './listeners.ts';

let browser: Browser;
let elsewhere: Foreign;
beforeAll(async () => {
	[browser, elsewhere] = await Promise.all([launch(), foreign()]);
});
afterAll(async () => {
	await Promise.all([browser.close(), elsewhere.close()]);
});

/** Milliseconds after which a settled page sends no more messages. */
const QUIET = 1700;
/** Maximum number of messages in a round. */
const ROUND = 6;

/** iframe-resizer sends its greeting before the frame has a URL. */
const ofLibraries = /^warning: Failed to execute 'postMessage'.*target origin/;

type Counted = Window & { posts: unknown[]; frame(): HTMLIFrameElement | null };

const childOf = async (page: Page): Promise<Frame> => {
	await page.waitForFunction(() => (window as unknown as Counted).frame() !== null);
	const child = page.frames().find((frame) => frame.parentFrame());
	if (!child) throw new Error('the page has no frame');
	return child;
};

/** Differences between the height of the frame and that of the page in it, in pixels; 0 is right. */
async function gap(page: Page, child: Frame, [least, most]: readonly [number, number] = [1, 20_000]): Promise<number> {
	const [is, due] = await Promise.all([
		page.evaluate(() => (window as unknown as Counted).frame()?.getBoundingClientRect().height ?? 0),
		child.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height)),
	]);
	return Math.round(is - Math.min(most, Math.max(least, due)));
}

const fits = async (listener: Listener, page: Page, child: Frame, when: string): Promise<void> =>
	expect
		.poll(() => gap(page, child, listener.clamp), {
			timeout: 15_000,
			interval: 25,
			message: `${listener.name} ${when}`,
		})
		.toBe(0);

const column = (page: Page, width: number) =>
	page.locator('#column').evaluate((element, width) => (element.style.width = `${width}px`), width);

async function listening(
	listener: Listener,
	open: (address: string) => Promise<Page>,
	late = 0,
): Promise<readonly [Page, Frame]> {
	const page = await open(elsewhere.put(listenerPage(listener, embed('contacts'), late)));
	const child = await childOf(page);
	await child.waitForLoadState('load');
	return [page, child];
}

/** The posted heights, one per round. */
const rounds = (posts: readonly unknown[]): unknown[] =>
	posts.flatMap((message) =>
		typeof message === 'object' && message !== null && 'sentinel' in message && 'height' in message
			? [message.height]
			: [],
	);

/** The frame's messages from now on until they stop: heights must not alternate, and the last is repeated at most once. */
async function settles(page: Page, what: string): Promise<void> {
	await page.waitForTimeout(QUIET);
	const posts = await page.evaluate(() => (window as unknown as Counted).posts.splice(0));
	const heights = rounds(posts);
	const story = `${what}: ${heights.join(' ')}`;
	const last = heights.slice(heights.findLastIndex((height) => height !== heights.at(-1)) + 1);
	expect(last.length, story).toBeLessThanOrEqual(2);
	expect(last.length, story).toBeGreaterThan(0);
	expect(new Set(heights).size, story).toBeLessThanOrEqual(2);
	expect(posts.length, story).toBeLessThanOrEqual(heights.length * ROUND);
}

test('every listener gives the frame its height, on load, narrower, wider, with the table open and closed, in two rounds once settled', async () => {
	const { open, complaints, context } = await reader(browser);
	const run = async (listener: Listener): Promise<void> => {
		const { name } = listener;
		const [page, child] = await listening(listener, open);
		await fits(listener, page, child, 'on load');
		await page.waitForTimeout(QUIET);
		await page.evaluate(() => (window as unknown as Counted).posts.splice(0));
		await column(page, 320);
		await fits(listener, page, child, 'narrower');
		await settles(page, `${name} narrower`);
		await column(page, 960);
		await fits(listener, page, child, 'wider');
		const table = child.locator('figure[data-chart] details > summary').last();
		await table.evaluate((summary) => (summary as HTMLElement).click());
		await fits(listener, page, child, 'with the table open');
		await page.evaluate(() => (window as unknown as Counted).posts.splice(0));
		await table.evaluate((summary) => (summary as HTMLElement).click());
		await fits(listener, page, child, 'with the table closed');
		await settles(page, `${name} with the table closed`);
		await page.close();
	};
	await fewAtOnce(LISTENERS, run, 9);
	expect(complaints.filter((complaint) => !ofLibraries.test(complaint))).toEqual([]);
	await context.close();
});

test('a late listener gets its messages: soon after the load every one, much later those that send a greeting', async () => {
	const { open, complaints, context } = await reader(browser);
	const run = async (listener: Listener) => {
		const [page, child] = await listening(listener, open, listener.greets ? 1500 : 300);
		await fits(listener, page, child, 'late');
		await page.close();
	};
	await fewAtOnce(LISTENERS, run, 9);
	expect(complaints.filter((complaint) => !ofLibraries.test(complaint))).toEqual([]);
	await context.close();
});

test('messages of others are ignored, and malformed ones of the parent do no harm', async ({ task }) => {
	const { open, complaints, context } = await reader(browser);
	const address = elsewhere.put(`<div id="column" style="width: 600px">
		<iframe src="${embed('ties')}" title="Chart" width="100%" height="700"></iframe>
		<iframe id="other" title="Another" srcdoc="<title>Another</title>"></iframe></div>
		<script>
			window.posts = [];
			window.frame = () => document.querySelector('iframe');
			addEventListener('message', ({ data, source }) => { if (source === frame().contentWindow) posts.push(data); });
		</script>`);
	const page = await open(address);
	const child = await childOf(page);
	await child.waitForLoadState('load');
	await page.waitForTimeout(QUIET);
	const before = await child.evaluate(() => document.documentElement.outerHTML);

	// Greetings that would be answered, from a frame that is not the parent.
	await page.evaluate(() => (window as unknown as Counted).posts.splice(0));
	const forger = page.frames().find((frame) => frame.url() === 'about:srcdoc');
	await forger?.evaluate(() => {
		const target = parent.frames[0];
		target?.postMessage('[iFrameSizer]forged:8:false:false:32:true:true', '*');
		target?.postMessage({ sentinel: 'amp', type: 'frames-init' }, '*');
		target?.postMessage({ message: 'ready', secret: 'forged1' }, '*');
		target?.postMessage(JSON.stringify({ method: 'register', windowId: 'forged' }), '*');
	});
	await page.waitForTimeout(200);
	expect(await page.evaluate(() => (window as unknown as Counted).posts)).toEqual([]);

	await page.evaluate(() => {
		const target = (window as unknown as Counted).frame()?.contentWindow;
		const strange: unknown[] = [
			null,
			undefined,
			0,
			'',
			'{',
			'[iFrameSizer]',
			'[iFrameSizer]:::::',
			'[iFrameSizer]constructor',
			'pymxPYMx',
			'{"method":"register"}',
			'{"method":"register","windowId":{"__proto__":1}}',
			{ sentinel: 'amp' },
			{ type: ['iframe-child-init'] },
			{ message: 'ready', secret: '"><script>' },
			[[[]]],
			new Map([['type', 'frames-init']]),
			new ArrayBuffer(8),
			'x'.repeat(1_000_000),
		];
		for (const each of strange) target?.postMessage(each, '*');
	});
	await page.waitForTimeout(300);
	expect(await child.evaluate(() => document.documentElement.outerHTML)).toBe(before);
	expect(JSON.stringify(await page.evaluate(() => (window as unknown as Counted).posts))).not.toMatch(
		/null|script|proto/,
	);
	await column(page, 400);
	await expect.poll(() => page.evaluate(() => (window as unknown as Counted).posts.length)).toBeGreaterThan(0);
	expect(complaints.filter((complaint) => !ofLibraries.test(complaint))).toEqual([]);
	await context.close();
	holds(task, 'security/messages', 'forged and strange ones, in a browser');
});
