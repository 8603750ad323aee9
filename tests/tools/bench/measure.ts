import type { Browser, Page, Request } from 'playwright-core';

/** One cold visit. Bytes as they came over the line, times in milliseconds, late frames in percent. */
export interface Measures {
	readonly requests: number;
	readonly document: number;
	readonly scripts: number;
	readonly fonts: number;
	readonly everything: number;
	readonly firstPaint: number;
	readonly largestPaint: number;
	/** The time at which the script enabled the controls of the story; 0 if it has none. */
	readonly alive: number;
	/** Cumulative, loading and scrolling together. */
	readonly shift: number;
	/** What long tasks took beyond 50 ms each, before scrolling. */
	readonly blocking: number;
	readonly lateFrames: number;
}

type Counted = Pick<Measures, 'requests' | 'document' | 'scripts' | 'fonts' | 'everything'>;

/** The simulated limits of a visit. */
export interface Throttling {
	/** Milliseconds a round trip. */
	readonly latency: number;
	/** Bytes a second. */
	readonly down: number;
	/** How many times slower the processor is. */
	readonly slowed: number;
}

/** A frame that takes longer than this was late for a 60 Hz screen. */
const LATE_MS = 25;
const FRAMES = 240;
const PIXELS_A_FRAME = 40;
const SETTLE_MS = 1500;

declare global {
	interface Window {
		measured: { firstPaint: number; largestPaint: number; alive: number; shift: number; blocking: number };
	}
}

/** Visits an address on a phone's screen with nothing cached, waits until it has settled, and scrolls. */
export async function measureVisit(browser: Browser, address: string, throttling: Throttling): Promise<Measures> {
	const context = await browser.newContext({ viewport: { width: 390, height: 780 }, deviceScaleFactor: 2 });
	try {
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		const bytes = countBytes(page);
		const { latency, down, slowed } = throttling;
		const line = { offline: false, latency, downloadThroughput: down, uploadThroughput: down / 2 };
		await session.send('Network.emulateNetworkConditions', line);
		await session.send('Emulation.setCPUThrottlingRate', { rate: slowed });
		await page.addInitScript(observe);
		await page.goto(address, { waitUntil: 'load' });
		await page.waitForTimeout(SETTLE_MS);
		const { firstPaint, largestPaint, alive, blocking } = await page.evaluate(() => window.measured);
		const counted = await bytes();
		const lateFrames = await page.evaluate(scroll, { FRAMES, PIXELS_A_FRAME, LATE_MS });
		const { shift } = await page.evaluate(() => window.measured);
		return { ...counted, firstPaint, largestPaint, alive, blocking, shift, lateFrames };
	} finally {
		await context.close();
	}
}

/**
 * Counts what a page requests. By Playwright's own connection to the browser: each connection that listens to the network
 * makes Chromium decode the document once more on the main thread (findings/chromium-network-domain-decodes-again.sh).
 */
function countBytes(page: Page): () => Promise<Counted> {
	const finished: Request[] = [];
	page.on('requestfinished', (request) => finished.push(request));
	return async () => {
		const counted = { requests: 0, document: 0, scripts: 0, fonts: 0, everything: 0 };
		for (const request of [...finished]) {
			const { responseHeadersSize, responseBodySize } = await request.sizes();
			const size = responseHeadersSize + responseBodySize;
			const type = request.resourceType();
			counted.requests += 1;
			counted.everything += size;
			if (type === 'document') counted.document += size;
			if (type === 'script') counted.scripts += size;
			if (type === 'font') counted.fonts += size;
		}
		return counted;
	};
}

/** Runs in the page, before anything of it. No function in it has a name: bundlers would add a helper for that. */
function observe(): void {
	const measured = { firstPaint: 0, largestPaint: 0, alive: 0, shift: 0, blocking: 0 };
	window.measured = measured;
	new MutationObserver((_, observer) => {
		if (!document.querySelector('[data-go="next"]:not(:disabled)')) return;
		measured.alive = performance.now();
		observer.disconnect();
	}).observe(document, { subtree: true, attributes: true, attributeFilter: ['disabled'] });
	for (const type of ['paint', 'largest-contentful-paint', 'longtask', 'layout-shift']) {
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) {
				if (entry.name === 'first-contentful-paint') measured.firstPaint = entry.startTime;
				if (type === 'largest-contentful-paint') measured.largestPaint = entry.startTime;
				if (type === 'longtask') measured.blocking += Math.max(0, entry.duration - 50);
				if (type === 'layout-shift') measured.shift += (entry as PerformanceEntry & { readonly value: number }).value;
			}
		}).observe({ type, buffered: true });
	}
}

/** Runs in the page: scrolls down frame by frame; gives the share of late frames in percent. */
async function scroll(settings: { FRAMES: number; PIXELS_A_FRAME: number; LATE_MS: number }): Promise<number> {
	let late = 0;
	let before = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
	for (let count = 0; count < settings.FRAMES; count += 1) {
		window.scrollBy({ top: settings.PIXELS_A_FRAME, behavior: 'instant' });
		const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
		if (now - before > settings.LATE_MS) late += 1;
		before = now;
	}
	return (late / settings.FRAMES) * 100;
}
