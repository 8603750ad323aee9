import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { sweepable } from '#tests/quality/sweeps.ts';
import { launch } from '#commands/browser/launch.ts';
import { DOCUMENTS, EMBEDS, STORY } from '#tests/browser/pages.ts';
import { visit } from '#tests/browser/visit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** Without transitions of colour: a check during one would measure a colour that is shown only briefly. */
const open = async (at: string) => {
	const opened = await visit(browser, { at, reducedMotion: 'reduce' });
	await sweepable(opened.page);
	return opened;
};

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
	test.for([STORY, ...EMBEDS, ...DOCUMENTS])(
		'marks of /%s keep 3:1, words 4.5:1, body copy 7:1, none below 12 px, in every step, narrow and wide',
		async (at, { task }) => {
			const { page, leave } = await open(at);
			await page.emulateMedia({ colorScheme });
			for (const width of [320, 1280]) {
				await page.setViewportSize({ width, height: 800 });
				const found = await page.evaluate(() => window.quality.paintOfSteps());
				expect(found.problems, `${width} px`).toEqual([]);
				expect(found.texts).toBeGreaterThan(20);
				if (!DOCUMENTS.includes(at)) expect(found.marks).toBeGreaterThan(100);
				const { mark, text, size } = found.least;
				const shapes = found.marks ? `${found.marks} shapes from ${mark.toFixed(1)}, ` : '';
				const texts = `${found.texts} texts from ${text.toFixed(1)} and ${size.toFixed(0)} px`;
				holds(task, 'a11y/paint', `/${at} ${colorScheme} ${width}: ${shapes}${texts}`);
			}
			await leave();
		},
	);
});

test('in forced colours every mark, axis and label keeps its contrast', async ({ task }) => {
	const { page, leave } = await open(STORY);
	await page.emulateMedia({ forcedColors: 'active' });
	const { problems, least } = await page.evaluate(() => window.quality.paintOfSteps());
	expect(problems).toEqual([]);
	await leave();
	holds(task, 'preferences/forced-colours', `marks from ${least.mark.toFixed(1)}`);
});

/** A change of the page, and the fault that must be reported. */
const breakages: Record<string, [(drawing: SVGElement) => void, RegExp]> = {
	'a faint mark': [
		(drawing) => drawing.querySelector<SVGElement>('.mark path')?.style.setProperty('stroke', '#ddd'),
		/path.*contrast 1\.\d\d, due 3/,
	],
	'a see-through chart': [(drawing) => drawing.style.setProperty('opacity', '0.3'), /contrast [12]\.\d\d, due 3/],
	'small words': [
		(drawing) => drawing.querySelectorAll('text').forEach((text) => text.style.setProperty('font-size', '6px')),
		/text.*[67]\.\d px, due 12/,
	],
	'a chart that is scaled down': [(drawing) => drawing.style.setProperty('zoom', '0.75'), /text.*9\.0 px, due 12/],
	'words on a shape of nearly their colour': [
		(drawing) => {
			const shape = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
			for (const side of ['width', 'height']) shape.setAttribute(side, '1000');
			shape.style.setProperty('fill', '#555');
			drawing.prepend(shape);
		},
		/text.*due 4\.5/,
	],
	'pale words round it': [
		(drawing) => drawing.closest('figure')?.querySelector<HTMLElement>('.credit')?.style.setProperty('color', '#999'),
		/p\.credit.*due 4\.5/,
	],
};

test.each(Object.entries(breakages))('the sweep finds %s', async (_, [breaks, fault]) => {
	const { page, leave } = await open('embed/ties/');
	await page.locator('figure .drawing').evaluate(breaks);
	const { problems } = await page.evaluate(() => window.quality.paint(document.body));
	expect(
		problems.some((problem) => fault.test(problem)),
		problems.join('\n'),
	).toBe(true);
	await leave();
});
