import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { oldestBrowsers } from '#build/supported-browsers.js';
import { holds } from '#tests/quality/holds.ts';
import { installing, skipUnless } from '#tests/quality/partners.ts';
import { present } from '#tests/present.ts';
import { launch } from '#commands/browser/launch.ts';
import {
	bringToSight,
	brokenPictures,
	rowsWithoutQuestion,
	shattered,
	wordsSeen,
	wrongWithoutScript,
} from './old/page.ts';
import { startReader, type Reader } from './old/reader.ts';
import { executableOf, RELEASES } from './old/releases.ts';
import { CHARTS, EMBEDS, PAGES, STORY } from '#tests/browser/pages.ts';
import { DESKTOP, positionErrorsInPage, PHONE } from '#tests/browser/visit.ts';

const LEDGER = 'evidence/';
const READ = [STORY, ...EMBEDS, LEDGER];

/** Messages of older Chromium about unknown parts of policies and headers. */
const UNKNOWN = /^(?:error|warning): (?:Unrecognized Content-Security-Policy directive|Error with Permissions-Policy)/;

/** Whether a browser asks a drawing for its width (from Chromium 105); the drawings of others are a phone’s. */
const MEASURES = 105;

/** Questions have a separate text for each width. */
const QUESTIONS = { besides: '.drawing-accounts .asked text' };

/** The text that is visible in the current browser. */
interface Today {
	readonly drawn: readonly string[];
	readonly others: readonly string[];
}
/** By the page’s address, the width of the window, and whether scripts run. */
const today = new Map<string, Today>();

beforeAll(async () => {
	const browser = await launch();
	for (const javaScriptEnabled of [false, true]) {
		for (const viewport of [PHONE, DESKTOP]) {
			const page = await (await browser.newContext({ viewport, javaScriptEnabled })).newPage();
			for (const at of READ) {
				await page.goto(inject('site') + at);
				if (javaScriptEnabled && at === STORY) await page.waitForSelector('[aria-current="step"]');
				today.set(`${at} ${viewport.width} ${javaScriptEnabled}`, {
					drawn: await page.evaluate(wordsSeen, { drawn: true, ...QUESTIONS }),
					others: await page.evaluate(wordsSeen, { drawn: false, ...QUESTIONS }),
				});
			}
		}
	}
	await browser.close();
});

/** The words of the first list that are missing from the second, counted with repetition. */
function lost(due: readonly string[], there: readonly string[]): string[] {
	const rest = new Map<string, number>();
	for (const words of there) rest.set(words, (rest.get(words) ?? 0) + 1);
	return due.filter((words) => {
		const count = rest.get(words) ?? 0;
		rest.set(words, count - 1);
		return count <= 0;
	});
}

describe.each(Object.keys(RELEASES).map(Number))('in Chromium %i', (release) => {
	const executable = executableOf(release);
	const sticks = release >= Number(oldestBrowsers.charts.chrome);
	const measures = release >= MEASURES;
	let reader: Reader | null = null;
	afterAll(() => reader?.close());

	/** A test in this release; if it is not installed, skipped with the command that fetches it. */
	const scenario = (title: string, body: (reader: Reader) => Promise<string>) =>
		test(title, async (context) => {
			const { task } = context;
			task.meta.engine = `Chromium ${release}`;
			task.meta.asserts = 'reliability/old-browsers';
			const remedy = installing(`chromium@${release}`);
			skipUnless(context, executable !== null, `Chromium ${release} is not installed`, remedy);
			reader ??= await startReader(present(executable));
			expect(reader.version).toMatch(new RegExp(`^${release}\\.`));
			reader.complaints();
			const figure = await body(reader);
			expect(reader.complaints().filter((complaint) => !UNKNOWN.test(complaint))).toEqual([]);
			holds(task, 'reliability/old-browsers', figure);
		});

	const size = (reader: Reader, { width, height }: typeof PHONE) => reader.size(width, height);

	for (const viewport of [PHONE, DESKTOP]) {
		scenario(`no word of today is lost on story, embeds and ledger, ${viewport.width} px`, async (reader) => {
			await size(reader, viewport);
			let count = 0;
			for (const at of READ) {
				await reader.open(inject('site') + at);
				if (sticks && at === STORY) await expect.poll(() => reader.run(positionErrorsInPage)).toEqual([]);
				const { others = [] } = today.get(`${at} ${viewport.width} ${sticks}`) ?? {};
				const { drawn = [] } = today.get(`${at} ${measures ? viewport.width : PHONE.width} ${sticks}`) ?? {};
				expect(others.length).toBeGreaterThan(20);
				count += others.length + drawn.length;
				for (const [due, what] of [
					[others, { drawn: false, ...QUESTIONS }],
					[drawn, { drawn: true, ...QUESTIONS }],
				] as const) {
					await expect.poll(async () => lost(due, await reader.run(wordsSeen, what)), { message: at }).toEqual([]);
				}
				expect(await reader.run(rowsWithoutQuestion), at).toBe(0);
			}
			return `${count} stretches of words at ${viewport.width} px`;
		});

		scenario(
			`no page is wider than its window, and the bar at the foot is whole, ${viewport.width} px`,
			async (reader) => {
				await size(reader, viewport);
				for (const at of PAGES) {
					await reader.open(inject('site') + at);
					expect(await reader.run(shattered), at).toEqual([]);
				}
				return `${PAGES.length} pages at ${viewport.width} px`;
			},
		);

		scenario(
			`each step has its own ${sticks ? 'chart beside it' : 'picture'}, ${viewport.width} px`,
			async (reader) => {
				await size(reader, viewport);
				await reader.open(inject('site'));
				const steps = await reader.run(() =>
					Array.from(document.querySelectorAll('.step[data-of]')).map(({ id }) => id),
				);
				for (const id of steps) {
					await reader.run((step) => {
						document.getElementById(step)?.scrollIntoView();
					}, id);
					if (sticks) await expect.poll(() => reader.run(positionErrorsInPage), { message: id }).toEqual([]);
					else expect(await reader.run(brokenPictures), id).toEqual([]);
				}
				if (sticks) expect((await reader.run(wrongWithoutScript)).join()).toMatch(/a (?:figure|div) sticks/);
				else expect(await reader.run(wrongWithoutScript)).toEqual([]);
				return `${steps.length} steps at ${viewport.width} px`;
			},
		);
	}

	scenario('evidence of a sentence is one press away', async (reader) => {
		await size(reader, PHONE);
		await reader.open(inject('site'));
		const at = await reader.run(bringToSight, '.step .citation');
		const expected = await reader.run(() => document.querySelector<HTMLAnchorElement>('.step .citation')?.href);
		await reader.click(at?.x ?? 0, at?.y ?? 0);
		if (sticks) {
			await expect.poll(() => reader.run(() => document.querySelector('dialog[open]')?.textContent ?? '')).not.toBe('');
			return 'in the panel';
		}
		await expect.poll(() => reader.run(() => location.href)).toBe(expected);
		const top = () =>
			reader.run(() => {
				const entry = document.getElementById(decodeURIComponent(location.hash.slice(1)));
				return entry ? entry.getBoundingClientRect().top : Infinity;
			});
		await expect.poll(top).toBeLessThan(PHONE.height / 2);
		return 'on its page';
	});

	scenario(`embeds ${sticks ? 'have their controls' : 'offer nothing that does nothing'}`, async (reader) => {
		await size(reader, PHONE);
		for (const at of EMBEDS) {
			await reader.open(inject('site') + at);
			const offers = (await reader.run(wrongWithoutScript)).filter((wrong) => wrong.startsWith('offers'));
			if (!sticks) expect(offers, at).toEqual([]);
			expect(await reader.run(() => document.querySelectorAll('.drawing [data-id]').length), at).toBeGreaterThan(5);
		}
		return `${CHARTS.length} embeds`;
	});

	scenario(`the ledger ${sticks ? 'can be searched' : 'shows every entry, and no dead search'}`, async (reader) => {
		await size(reader, PHONE);
		await reader.open(inject('site') + LEDGER);
		const visible = () =>
			reader.run(
				() =>
					Array.from(document.querySelectorAll('[data-entry]')).filter(
						(entry) => entry.getBoundingClientRect().height > 0,
					).length,
			);
		const all = await visible();
		expect(all).toBeGreaterThan(100);
		if (!sticks) {
			expect(await reader.run(wrongWithoutScript)).toEqual([]);
			return `${all} entries`;
		}
		await reader.run(() => {
			const words = document.querySelector<HTMLInputElement>('input[type="search"]');
			if (!words) return;
			words.value = 'crimea';
			words.dispatchEvent(new Event('input', { bubbles: true }));
		});
		await expect.poll(visible).toBeLessThan(all / 2);
		expect(await visible()).toBeGreaterThan(0);
		return `${all} entries`;
	});
});
