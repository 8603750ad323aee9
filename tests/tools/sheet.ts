/** `npm run sheet`: overview images of the built site, put together by the same browser that takes the screenshots. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Story } from '#lib/model/story.ts';
import { launch } from '#commands/browser/launch.ts';
import { readCommandLine } from '#commands/command-line.ts';
import { serve } from '#commands/serve.ts';
import { OPENING } from './strangers-sheet.ts';

interface Shot {
	readonly name: string;
	readonly file: string;
	readonly width: number;
	readonly height: number;
}

const SCREENS = [
	{ width: 360, height: 740 },
	{ width: 768, height: 1024 },
	{ width: 1440, height: 900 },
	{ width: 1920, height: 1080 },
] as const;
const THEMES = ['light', 'dark'] as const;
/** A picture on the sheet is this wide; a whole page is cut off at so many times its width. */
const THUMB = { 360: 300, 768: 390, 1440: 480, 1920: 480 } as const;
const LONGEST = 4;

const OUT = join('node_modules', '.cache', 'sheet');
const USAGE = `Usage: npm run sheet [-- <options>]

Makes overview images of the built site, one PNG for each width and theme: screenshots of every step of the story, and
of every other page its first screen and the whole.

  --out <folder>   where to write; else ${OUT}
  --site <URL>     a running site, with a slash at its end; else build/
  --width <px>     only one width: ${SCREENS.map(({ width }) => width).join(', ')}
  --theme <name>   only one theme: ${THEMES.join(', ')}
  --only <names>   only steps and pages with one of these in their names, such as opening,evidence
  --help           shows this help`;

const { values: options } = readCommandLine(USAGE, {
	out: { type: 'string', default: OUT },
	site: { type: 'string', example: 'http://localhost:4173/' },
	width: { type: 'string', example: '360' },
	theme: { type: 'string', example: 'dark' },
	only: { type: 'string', example: 'opening,evidence' },
});
const only = options.only?.split(',');
const wanted = (name: string): boolean => !only || only.some((part) => name.includes(part));

/** Waits until fonts have loaded and animations have ended, so that two runs give the same. */
const settled = (page: Page): Promise<void> =>
	page.evaluate(async () => {
		await document.fonts.ready;
		await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
		for (const animation of document.getAnimations()) animation.finish();
		await new Promise((done) => requestAnimationFrame(done));
	});

async function shoot(page: Page, folder: string, name: string, whole = false): Promise<Shot> {
	await settled(page);
	const { width, height } = page.viewportSize() ?? SCREENS[0];
	const full = whole ? await page.evaluate(() => document.documentElement.scrollHeight) : height;
	const clip = { x: 0, y: 0, width, height: Math.min(full, width * LONGEST) };
	const file = `${name.replaceAll('/', '-')}.png`;
	await page.screenshot({
		path: join(folder, file),
		animations: 'disabled',
		...(whole ? { fullPage: true, clip } : {}),
	});
	return { name, file, width, height: clip.height };
}

/** The pages beside the story, and the cards of the story and of the first step of each chart. */
async function placesOf(site: string): Promise<{ pages: string[]; cards: string[] }> {
	const { sources, copy } = (await (await fetch(`${site}data/story.json`)).json()) as Pick<Story, 'sources' | 'copy'>;
	const steps = copy.chapters.flatMap((chapter) => chapter.steps);
	const charts = Object.keys(copy.charts);
	const first = charts.flatMap((id) => steps.find(({ chart }) => chart === id)?.id ?? []);
	return {
		pages: [
			...['evidence/', `evidence/${sources[0]?.id ?? ''}/`, 'method/', 'accessibility/', 'data/'],
			...['data/tables/', 'embed/', 's/'],
			...[`s/${first[0] ?? ''}/`, '404.html', ...charts.map((chart) => `embed/${chart}/`)],
		],
		cards: [OPENING, ...first],
	};
}

/** Every step and every other page in one window and theme. */
async function shots(browser: Browser, site: string, screen: (typeof SCREENS)[number], theme: 'light' | 'dark') {
	const folder = join(options.out, `${String(screen.width)}-${theme}`);
	await mkdir(folder, { recursive: true });
	const context = await browser.newContext({ viewport: screen, colorScheme: theme });
	const page = await context.newPage();
	const { pages, cards } = await placesOf(site);
	const taken: Shot[] = [];
	await page.goto(site);
	// Fonts are optional: the second visit has them.
	await page.reload();
	if (wanted(OPENING)) taken.push(await shoot(page, folder, OPENING));
	const places = await page
		.locator('.chapter[id], .step[id], .site-footer')
		.evaluateAll((all) => all.map(({ id }) => id || 'foot'));
	for (const place of places.filter(wanted)) {
		await page.evaluate((id) => {
			const target = document.getElementById(id) ?? document.querySelector('.site-footer');
			target?.scrollIntoView({ behavior: 'instant' });
		}, place);
		if (place !== 'foot') await page.waitForFunction(() => document.querySelector('[aria-current="step"]'));
		taken.push(await shoot(page, folder, place));
	}
	// The page of a step would lead on to the story at once.
	await page.route(
		({ href }) => href.replace(/#.*/, '') === site,
		(route) => route.fulfill({ status: 204 }),
	);
	for (const address of pages.filter(wanted)) {
		const answer = await page.goto(site + address);
		if (!answer?.ok() && address !== '404.html') throw new Error(`${address} answers ${String(answer?.status())}`);
		taken.push(await shoot(page, folder, `${address} top`), await shoot(page, folder, `${address} whole`, true));
	}
	// A card is the same for every reader.
	for (const card of screen.width === 1440 && theme === 'light' ? cards.filter(wanted) : []) {
		await page.goto(`${site}share/${card}.png`);
		taken.push(await shoot(page, folder, `card ${card}`));
	}
	await context.close();
	return { folder, taken };
}

/** Arranges the screenshots in a page, and takes a screenshot of that. */
async function sheet(browser: Browser, width: keyof typeof THUMB, theme: string, folder: string, taken: Shot[]) {
	const wide = THUMB[width];
	const pieces = await Promise.all(
		taken.map(async ({ name, file, width, height }) => {
			const bytes = (await readFile(join(folder, file))).toString('base64');
			const high = Math.round((height * wide) / width);
			return `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${bytes}" width="${String(wide)}" height="${String(high)}"></figure>`;
		}),
	);
	const style = `body{margin:12px;background:#808080;font:14px sans-serif;display:flex;flex-wrap:wrap;gap:12px;align-items:start}figure{margin:0;width:${String(wide)}px}`;
	const page = await browser.newPage({ viewport: { width: 2000, height: 1000 } });
	await page.setContent(`<!doctype html><style>${style}</style>${pieces.join('')}`);
	const path = join(options.out, `${String(width)}-${theme}.png`);
	await page.screenshot({ path, fullPage: true });
	await page.close();
	return path;
}

const served = options.site ? null : await serve('build', 4573);
const browser = await launch();
try {
	await mkdir(options.out, { recursive: true });
	const index: string[] = [];
	for (const screen of SCREENS.filter(({ width }) => !options.width || String(width) === options.width)) {
		for (const theme of THEMES.filter((theme) => !options.theme || theme === options.theme)) {
			const { folder, taken } = await shots(browser, options.site ?? served?.address ?? '', screen, theme);
			const path = await sheet(browser, screen.width, theme, folder, taken);
			index.push(path);
			console.log(`${path}: ${String(taken.length)} pictures`);
		}
	}
	await writeFile(join(options.out, 'sheets.txt'), `${index.join('\n')}\n`);
} finally {
	await Promise.all([browser.close(), served?.close()]);
}
