import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import sirv from 'sirv';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { launch } from '#commands/browser/launch.ts';
import { reportViolations, PHONE } from '#tests/browser/visit.ts';

const bases = ['/a/', '/deep/base/path/'];
let browser: Browser;
let server: Server;
let host = '';

/** A plain file host: the same build under two paths, and its first page also without a final slash. */
beforeAll(async () => {
	browser = await launch();
	const files = sirv('build', { dev: false });
	server = createServer((request, response) => {
		const gone = (): void => void response.writeHead(404).end();
		if (request.url === '/p') {
			response.setHeader('content-type', 'text/html; charset=utf-8').end(readFileSync('build/index.html'));
			return;
		}
		const base = bases.find((one) => request.url?.startsWith(one));
		if (!base) {
			gone();
			return;
		}
		request.url = (request.url ?? '').slice(base.length - 1);
		files(request, response, gone);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
	await browser.close();
	server.closeAllConnections();
	server.close();
});

test.each(bases)('under %s every page finds its files, and lives', async (base) => {
	const context = await browser.newContext({ viewport: PHONE });
	await context.addInitScript(reportViolations);
	const page = await context.newPage();
	const wrong: string[] = [];
	page.on('console', (message) => wrong.push(message.text()));
	page.on('pageerror', (error) => wrong.push(error.message));
	page.on('response', (answer) => {
		if (answer.status() >= 400) wrong.push(`${answer.status()} ${answer.url()}`);
	});
	const open = (path: string) => page.goto(host + base + path);

	for (const story of ['', 'index.html']) {
		await open(`${story}#crimea`);
		await page.waitForSelector('#crimea[aria-current="step"]');
		await page.locator('a.citation').first().click();
		await page.locator('dialog[open] [data-stance]').first().waitFor();
	}
	await page.locator('dialog[open] [data-slot="link"]').click();
	await page.waitForURL(`${host + base}evidence/#*`);
	await page.locator('form[data-search] select[name="kind"]').selectOption('tie');
	await expect.poll(() => page.locator('[data-count]').textContent()).toMatch(/ of /);
	for (const embed of ['embed/contacts/?step=', 'embed/contacts/index.html']) {
		await open(embed);
		await page.locator('.drawing a[data-id]').first().focus();
		await page.keyboard.press('Enter');
		await page.locator('dialog[open] [data-stance]').first().waitFor();
	}
	await open('embed/');
	await page.locator('[data-options] fieldset:not(:disabled), form[data-options]:not([hidden])').first().waitFor();
	expect(await page.locator('[data-snippet]').first().textContent()).toContain(host + base);
	for (const path of ['method/', 'data/', 's/', 'evidence/vox-analysis/']) await open(path);
	// The page of a step redirects.
	await open('s/crimea/');
	await page.waitForURL(`${host + base}#crimea`);
	expect(wrong).toEqual([]);
	await context.close();
});

test('a URL without its final slash works even on a host that does not redirect it', async ({ task }) => {
	const context = await browser.newContext({ viewport: PHONE });
	const page = await context.newPage();
	await page.goto(`${host}/p`);
	const found = await page.evaluate(() => ({
		words: [...document.querySelectorAll<HTMLElement>('.step')].filter((step) => step.innerText.trim().length > 80)
			.length,
		charts: [...document.querySelectorAll('figure[data-chart] .drawing')].filter(
			(drawing) => drawing.getBoundingClientRect().height > 100,
		).length,
		type: getComputedStyle(document.body).margin,
	}));
	expect(found.words).toBeGreaterThanOrEqual(24);
	expect(found.charts).toBeGreaterThanOrEqual(4);
	expect(found.type).toBe('0px');
	await context.close();
	holds(task, 'reliability/any-path', `${bases.join(', ')}, /p`);
});
