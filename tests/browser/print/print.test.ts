/** Compares, by the pixels of the paper, a print from the current screen with one of the final state. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { installing, skipUnless } from '#tests/quality/partners.ts';
import { launch } from '#commands/browser/launch.ts';
import { EMBEDS } from '#tests/browser/pages.ts';
import { visit } from '#tests/browser/visit.ts';

/** Converts the sheets of a PDF to pixels; from Debian's poppler-utils. */
const PAINTER = '/usr/bin/pdftoppm';

let browser: Browser;
let folder: string;
beforeAll(async () => {
	browser = await launch();
	folder = await mkdtemp(join(tmpdir(), 'print-'));
});
afterAll(async () => {
	await browser.close();
	await rm(folder, { recursive: true, force: true });
});
afterEach(async () => {
	for (const file of await readdir(folder)) await rm(join(folder, file));
});

/** The sheets of a page as it would be printed now, in grey, by the bytes of their pixels. */
async function sheetsOf(page: Page, name: string): Promise<Buffer[]> {
	const pdf = await page.pdf({ format: 'A4' });
	await writeFile(join(folder, `${name}.pdf`), pdf);
	execFileSync(PAINTER, ['-r', '50', '-gray', join(folder, `${name}.pdf`), join(folder, name)]);
	const files = (await readdir(folder)).filter((file) => file.startsWith(`${name}-`)).sort();
	return Promise.all(files.map((file) => readFile(join(folder, file))));
}

/** How many pixels of two sheets differ by more than the edge of a letter may. */
const differing = (a: Buffer, b: Buffer): number =>
	a.length === b.length ? a.reduce((sum, grey, at) => sum + (Math.abs(grey - (b[at] ?? 0)) > 48 ? 1 : 0), 0) : Infinity;

beforeEach((context) => {
	skipUnless(context, existsSync(PAINTER), 'Poppler is not installed', installing('poppler-utils'));
});

test(
	'the story is printed at once, from any chapter, as it is printed at rest',
	{ timeout: 300_000 },
	async ({ task }) => {
		const { page: rested, leave: leaveRested } = await visit(browser, { again: true });
		await rested.waitForTimeout(2500);
		const expected = await sheetsOf(rested, 'rest');
		expect(expected.length).toBeGreaterThan(5);
		const chapters = await rested.locator('.chapter[id]').evaluateAll((all) => all.map(({ id }) => `#${id}`));
		await leaveRested();
		const places = ['', '#crimea', ...chapters];
		expect(places.length).toBeGreaterThan(6);
		for (const [index, at] of places.entries()) {
			const { page, leave } = await visit(browser, { at, again: true });
			const sheets = await sheetsOf(page, `once${index}`);
			expect(sheets.length, at).toBe(expected.length);
			expect(sheets.map((sheet, number) => differing(sheet, expected[number] ?? Buffer.alloc(0)))).toEqual(
				expected.map(() => 0),
			);
			await leave();
		}
		holds(task, 'preferences/print', `${expected.length} sheets at once from ${places.length} places as at rest`);
	},
);

test('a sheet without one of the words is reported', async () => {
	const { page, leave } = await visit(browser, { again: true });
	const expected = await sheetsOf(page, 'whole');
	await page.locator('#crimea h3').evaluate((heading) => (heading.style.opacity = '0'));
	const sheets = await sheetsOf(page, 'lacking');
	expect(sheets.filter((sheet, at) => differing(sheet, expected[at] ?? Buffer.alloc(0)) > 50)).toHaveLength(1);
	await leave();
});

test.for(EMBEDS)('/%s is printed at once as at rest, without controls, with its table', async (at, { task }) => {
	const { page, leave } = await visit(browser, { at, again: true });
	const once = await sheetsOf(page, 'once');
	await page.waitForTimeout(2500);
	const rested = await sheetsOf(page, 'rested');
	expect(once.map((sheet, number) => differing(sheet, rested[number] ?? Buffer.alloc(0)))).toEqual(rested.map(() => 0));
	await page.emulateMedia({ media: 'print' });
	const printed = await page.evaluate(() => {
		const isSeen = (part: Element) => part.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
		return {
			controls: [...document.querySelectorAll('form, summary, button, select, input')].filter(isSeen).length,
			unseenRows: [...document.querySelectorAll('.rows tr')].filter((row) => !isSeen(row)).length,
			rows: document.querySelectorAll('.rows tr').length,
		};
	});
	expect(printed).toMatchObject({ controls: 0, unseenRows: 0 });
	expect(printed.rows).toBeGreaterThan(10);
	const text = execFileSync('/usr/bin/pdftotext', [join(folder, 'once.pdf'), '-'], { encoding: 'utf8' }).replace(
		/\s+/g,
		'',
	);
	const last = await page.locator('.rows tbody th').last().textContent();
	expect(text).toContain(last?.replace(/\s+/g, ''));
	await leave();
	holds(task, 'preferences/print', `/${at} at once as at rest, its table of ${printed.rows} rows with it`);
});
