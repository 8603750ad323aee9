/** `npm run strangers`: screenshots and a questionnaire for a usability test with somebody who has not seen the story. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from '#commands/browser/launch.ts';
import { readCommandLine } from '#commands/command-line.ts';
import { serve } from '#commands/serve.ts';
import { fileName, keyOf, OPENING, places, sheetOf, type SheetSlice } from './strangers-sheet.ts';

const SCREENS = [
	{ width: 360, height: 740 },
	{ width: 360, height: 640 },
	{ width: 1440, height: 900 },
];

const OUT = join('node_modules', '.cache', 'strangers');
const USAGE = `Usage: npm run strangers [-- <options>]

Makes what a usability test with somebody who has not seen the story needs: screenshots of the built site on two sizes of
phone and a desktop, questions.md, and key.md with the answers.

  --out <folder>  where to write; else ${OUT}
  --only <ids>    only these steps, such as opening,crimea
  --help          shows this help`;

const { values: options } = readCommandLine(USAGE, {
	out: { type: 'string', default: OUT },
	only: { type: 'string', example: 'opening,crimea' },
});

const site = await serve('build', 4574);
const browser = await launch();
try {
	const story = JSON.parse(await readFile(join('build', 'data', 'story.json'), 'utf8')) as SheetSlice;
	const all = places(story, options.only?.split(','));
	await mkdir(options.out, { recursive: true });
	await writeFile(join(options.out, 'questions.md'), sheetOf(all));
	await writeFile(join(options.out, 'key.md'), keyOf(all));
	for (const viewport of SCREENS) {
		const context = await browser.newContext({ viewport, deviceScaleFactor: 2, reducedMotion: 'reduce' });
		const page = await context.newPage();
		for (const [index, place] of all.entries()) {
			await page.goto(place.id === OPENING ? site.address : `${site.address}#${place.id}`);
			// Fonts are optional: the second visit has them; and only a new load goes to the address of the same page.
			await page.reload();
			await page.evaluate(() => document.fonts.ready);
			const size = `${String(viewport.width)}x${String(viewport.height)}`;
			await page.screenshot({
				path: join(options.out, `${fileName(place, index)}.${size}.png`),
				animations: 'disabled',
			});
		}
		await context.close();
	}
	const count = all.reduce((sum, place) => sum + place.questions.length, 0);
	console.log(
		`${options.out}: ${String(all.length)} places on ${String(SCREENS.length)} screens, ${String(count)} questions`,
	);
} finally {
	await Promise.all([browser.close(), site.close()]);
}
