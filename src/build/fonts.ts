import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont, { type Options } from 'subset-font';
import type { Plugin } from 'vite';

/** Printable Basic Latin; what English typesetting and the interface use beyond it; letters of borrowed names. */
const characters =
	Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index)).join('') +
	'\u00a0\u2009\u202f§©°·½×‐‑–—‘’“”•…€£−↑↓' +
	'áàâäãåçéèêëíìîïñóòôöõúùûüÉÖÜÄ';

/** Without layout closure no alternate glyphs (old-style figures, small capitals, ligatures) come along; kerning does. */
const options: Options = {
	targetFormat: 'woff2',
	variationAxes: { wght: { min: 400, max: 700 } },
	noLayoutClosure: true,
};

const originals = {
	'serif.woff2': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
	'sans.woff2': '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
};

/** Writes the subsets below `modules/.cache/fonts/<key>` unless they are there; gives that folder. */
async function subsets(modules: string): Promise<string> {
	const inputs = await Promise.all(
		Object.entries(originals).map(async ([name, path]) => ({ name, font: await readFile(join(modules, path)) })),
	);
	const key = createHash('sha256').update(characters).update(JSON.stringify(options));
	for (const { font } of inputs) key.update(font);
	const folder = join(modules, '.cache/fonts', key.digest('hex').slice(0, 12));
	await mkdir(folder, { recursive: true });
	for (const { name, font } of inputs) {
		const file = join(folder, name);
		if (existsSync(file)) continue;
		const subset = await subsetFont(font, characters, options);
		const scratch = `${file}.${String(process.pid)}`;
		await writeFile(scratch, subset);
		await rename(scratch, file);
	}
	return folder;
}

/**
 * Makes `@fonts/serif.woff2` and `@fonts/sans.woff2` importable from styles and modules: the two variable fonts, cut
 * down to the characters and weights (400–700) that the site uses.
 */
export function fonts(): Plugin {
	return {
		name: 'ambassador:fonts',
		async config(config) {
			const folder = await subsets(join(config.root ?? process.cwd(), 'node_modules'));
			return { resolve: { alias: { '@fonts': folder } } };
		},
	};
}
