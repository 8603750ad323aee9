import { firefox, type Browser } from 'playwright-core';
import { launch } from '#commands/browser/launch.ts';
import type { Driver, Settings } from './driver.ts';

/** One page in a browser that Playwright has started; scripts and motion as set in the context. */
async function reader(browser: Browser, { scripts = true, calm = false }: Settings): Promise<Driver> {
	const context = await browser.newContext({
		viewport: { width: 1280, height: 800 },
		javaScriptEnabled: scripts,
		reducedMotion: calm ? 'reduce' : 'no-preference',
	});
	const page = await context.newPage();
	page.setDefaultTimeout(20_000);
	const place = async (frame: string | undefined) => {
		if (frame === undefined) return page;
		const inner = await (await page.waitForSelector(frame)).contentFrame();
		if (!inner) throw new Error(`${frame} is no frame`);
		return inner;
	};
	return {
		open: async (address) => {
			await page.goto(address);
		},
		run: async <T, A>(body: (argument: A) => T, frame?: string, argument?: A) =>
			(await (await place(frame)).evaluate(`(${body.toString()})(${JSON.stringify(argument ?? null)})`)) as T,
		click: (selector) => page.locator(selector).first().click(),
		key: (key) => page.keyboard.press(key),
		size: (width, height) => page.setViewportSize({ width, height }),
		screenshot: () => page.screenshot(),
		close: () => browser.close(),
	};
}

/** Chromium, from the npm packages or from the machine. */
export const chromium = async (settings: Settings): Promise<Driver> => reader(await launch(), settings);

/** An installed Firefox. Preferences such as reduced motion can only be set for the whole browser. */
export async function installedFirefox(executablePath: string, { scripts = true, calm = false }: Settings) {
	const browser = await firefox.launch({
		channel: 'moz-firefox',
		executablePath,
		firefoxUserPrefs: { 'javascript.enabled': scripts, 'ui.prefersReducedMotion': calm ? 1 : 0 },
	});
	return reader(browser, {});
}
