/** The cost of a page for the processor, without throttling: counts, and seconds of the main thread. */
import type { Browser, CDPSession } from 'playwright-core';

/** Counts after loading; the thread's own time in milliseconds, whatever else the machine does. */
export interface PageCost {
	readonly elements: number;
	readonly nodes: number;
	/** Of the document, before compression. */
	readonly html: number;
	/** From navigation to rest: all tasks, and of these layout and styles. */
	readonly task: number;
	readonly layout: number;
	readonly style: number;
	/** Of tasks, for each 1,000 pixels scrolled. */
	readonly scrolling: number;
}

const SETTLE_MS = 1500;
const PIXELS_A_FRAME = 40;
const MOST_FRAMES = 400;

async function metrics(session: CDPSession): Promise<(name: string) => number> {
	const { metrics: all } = await session.send('Performance.getMetrics');
	const byName = new Map(all.map(({ name, value }) => [name, value]));
	return (name) => byName.get(name) ?? 0;
}

/** Loads a page on a phone's screen with nothing cached, and scrolls it. */
export async function pageCost(browser: Browser, address: string): Promise<PageCost> {
	const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
	try {
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		await session.send('Performance.enable', { timeDomain: 'threadTicks' });
		const before = await metrics(session);
		const response = await page.goto(address, { waitUntil: 'load' });
		await page.waitForTimeout(SETTLE_MS);
		const rest = await metrics(session);
		const elements = await page.evaluate(() => document.getElementsByTagName('*').length);
		const loaded = await metrics(session);
		const pixels = await page.evaluate(scrollDown, { PIXELS_A_FRAME, MOST_FRAMES });
		const scrolled = await metrics(session);
		const spent = (name: string) => (rest(name) - before(name)) * 1000;
		return {
			...{ elements, nodes: rest('Nodes'), html: (await response?.body())?.length ?? 0 },
			...{ task: spent('TaskDuration'), layout: spent('LayoutDuration'), style: spent('RecalcStyleDuration') },
			scrolling: pixels > 0 ? ((scrolled('TaskDuration') - loaded('TaskDuration')) * 1e6) / pixels : 0,
		};
	} finally {
		await context.close();
	}
}

/** Runs in the page: scrolls down frame by frame; gives how many pixels. */
async function scrollDown(settings: { PIXELS_A_FRAME: number; MOST_FRAMES: number }): Promise<number> {
	const from = window.scrollY;
	for (let count = 0; count < settings.MOST_FRAMES; count += 1) {
		const before = window.scrollY;
		window.scrollBy({ top: settings.PIXELS_A_FRAME, behavior: 'instant' });
		await new Promise<number>((resolve) => requestAnimationFrame(resolve));
		if (window.scrollY === before) break;
	}
	return window.scrollY - from;
}
