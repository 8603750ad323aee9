import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '#build/bundle.ts';
import { holds } from '#tests/quality/holds.ts';
import { launch } from '#commands/browser/launch.ts';
import { visit, type Visit } from '#tests/browser/visit.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const CHARTS = ['relations', 'ties', 'contacts', 'accounts'];
const WIDTHS = [
	320, 344, 360, 375, 390, 414, 480, 540, 600, 680, 740, 768, 834, 912, 1023, 1024, 1180, 1280, 1440, 1600,
];
const FEW = [320, 600, 768, 1280];
/** For those who read in larger type. */
const LARGER = [320, 360, 390, 740, 768, 1024, 1440, 1920];

let browser: Browser;
let measuring: string;
beforeAll(async () => {
	measuring = await bundle(root, 'tests/browser/layout/labels/entry.ts', 'iife');
	browser = await launch();
});
afterAll(() => browser.close());

/** Faults at each width, prefixed by the width; each width is laid out once. */
async function atWidths(
	{ page }: Visit,
	widths: readonly number[],
	what: 'inEveryStep' | 'inEveryPicture',
	height = 900,
) {
	const found: string[] = [];
	for (const width of widths) {
		await page.setViewportSize({ width, height });
		const wrong = await page.evaluate(([name, charts]) => window.labels[name](charts), [what, CHARTS] as const);
		found.push(...wrong.map((fault) => `${String(width)} px: ${fault}`));
	}
	return found;
}

async function measured(at = '', bypassCSP = false): Promise<Visit> {
	const visited = await visit(browser, { at, reducedMotion: 'reduce', again: true, bypassCSP });
	await visited.page.evaluate(measuring);
	return visited;
}

/** Sets the reader's text size in percent of the browser's default. */
async function textOf(page: Visit['page'], percent: number): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Page.setFontSizes', { fontSizes: { standard: Math.round((16 * percent) / 100), fixed: 13 } });
	await session.detach();
}

test('no label of a chart overlaps another or a mark in focus, is cut off or smaller than 12 pixels, at any width in any step', async ({
	task,
}) => {
	const story = await measured();
	expect(await atWidths(story, WIDTHS, 'inEveryStep')).toEqual([]);
	// Charts are drawn in sizes of their own on high phones and tablets.
	expect(await atWidths(story, [360, 390], 'inEveryStep', 844)).toEqual([]);
	expect(await atWidths(story, [800, 820, 1000], 'inEveryStep', 1180)).toEqual([]);
	await story.leave();
	holds(task, 'chart/labels', `${String(WIDTHS.length)} widths of ${CHARTS.join(', ')}, every step`);
});

/** Fonts of systems that are fitted to ours, in style rules, and are on this machine, in regular and bold. */
const fittedHere = ({ page }: Visit): Promise<string[]> =>
	page.evaluate(async () => {
		const families = new Set([...document.fonts].map(({ family }) => family.replaceAll('"', '')));
		const there = [...families].map(async (family) => {
			const faces = ['400', '700'].map((weight) => document.fonts.load(`${weight} 16px "${family}"`));
			return (await Promise.allSettled(faces)).every(({ status }) => status === 'fulfilled');
		});
		const found = await Promise.all(there);
		return [...families].filter((family, at) => family.includes('Sans Fallback') && found[at]);
	});

test('nor in the system’s font, on a first visit on which ours are late', async ({ skip }) => {
	const story = await visit(browser, {
		reducedMotion: 'reduce',
		before: (page) => page.route(/\.woff2/, (route) => route.fulfill({ status: 204 })),
	});
	await story.page.evaluate(measuring);
	skip((await fittedHere(story)).length === 0, 'this system has no font that is fitted to ours');
	expect(await atWidths(story, [320, 360, 768, 1440], 'inEveryStep')).toEqual([]);
	await story.page.context().close();
});

test('nor in any step’s picture', async () => {
	const story = await measured('', true);
	await story.page.locator('button[data-reading]').click();
	expect(await atWidths(story, FEW, 'inEveryPicture')).toEqual([]);
	await story.leave();
});

for (const percent of [130, 200]) {
	test(
		`nor in type of ${percent} %: not in a chart, a step's picture or an embed`,
		{ timeout: 180_000 },
		async ({ task }) => {
			const story = await measured('', true);
			await textOf(story.page, percent);
			expect(await atWidths(story, LARGER, 'inEveryStep')).toEqual([]);
			expect(await atWidths(story, LARGER, 'inEveryPicture')).toEqual([]);
			await story.leave();
			for (const chart of CHARTS) {
				const embed = await measured(`embed/${chart}/`);
				await textOf(embed.page, percent);
				expect(await atWidths(embed, LARGER, 'inEveryStep')).toEqual([]);
				await embed.leave();
			}
			holds(task, 'chart/labels', `${percent} % at ${LARGER.join(', ')} px`);
		},
	);
}

test('nor in an embed', async () => {
	for (const chart of CHARTS) {
		const embed = await measured(`embed/${chart}/`);
		expect(await atWidths(embed, FEW, 'inEveryStep')).toEqual([]);
		await embed.leave();
	}
});
