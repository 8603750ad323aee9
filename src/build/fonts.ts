import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont, { type Options } from 'subset-font';
import type { Plugin } from 'vite';
import { fallbackFaces } from './fallbacks.ts';
import { keyOf } from './cache.ts';
import { codeHash } from './code.ts';

/** Printable Basic Latin, and the characters beyond it that English typography and the interface use. */
const ours =
	Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index)).join('') +
	'\u00a0\u2009\u202f§©°·½×‐‑–—‘’“”•…›€£−↑↓';

const serif = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2';
/** The same typeface with optical sizes: its design for headlines has finer strokes. */
const display = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2';
const sans = '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2';

/** The complete fonts. */
export const originals = [serif, display, sans];

/** All characters that the site may show, each once: those in the code, and in the seeds and copy of a folder. */
export function charactersOf(root: string): string {
	const texts = ['seeds', 'seeds/sources', 'src/copy'].flatMap((folder) =>
		readdirSync(join(root, folder))
			.filter((name) => /\.(?:yaml|aml)$/.test(name))
			.map((name) => readFileSync(join(root, folder, name), 'utf8')),
	);
	return [...new Set(ours + texts.join(''))]
		.filter((one) => one >= ' ')
		.sort()
		.join('');
}

/** Without layout closure the subset has no alternate glyphs (old-style figures, small capitals, ligatures), but kerning. */
const web = (original: string): [string, Options] => [
	original,
	{ targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 700 } }, noLayoutClosure: true },
];

/** One weight, because the renderer of pictures reads neither woff2 nor variable fonts. */
const still = (original: string, weight: number): [string, Options] => [
	original,
	{ targetFormat: 'sfnt', variationAxes: { wght: weight }, noLayoutClosure: true },
];

/** The weight and the optical size of headlines, fixed: a range of sizes would double the bytes. */
const headline = { wght: 650, opsz: 60 };

const pages = {
	'serif.woff2': web(serif),
	'sans.woff2': web(sans),
	'display.woff2': [display, { ...web(display)[1], variationAxes: headline }] satisfies [string, Options],
};
const stills = {
	'sans-400.ttf': still(sans, 400),
	'sans-600.ttf': still(sans, 600),
	'sans-700.ttf': still(sans, 700),
	'serif-700.ttf': still(serif, 700),
};

/** Style rules that adjust system fonts to the widths of ours. */
const fallbacks = 'fallbacks.css';

const stillFonts = 'virtual:still-fonts';

/** The modules and packages that turn an SVG into a picture, besides the fonts; paths from the root of the project. */
const painters = [
	...['@resvg/resvg-js', 'svgpath'].map((name) => `node_modules/${name}/package.json`),
	...['render.ts', 'palette.ts', 'png.ts'].map((name) => `src/lib/stills/${name}`),
];

/** A hash of everything that a picture depends on besides its SVG. */
async function identityOf(root: string, files: readonly string[]): Promise<string> {
	const parts = await Promise.all(
		[...files, ...painters.map((path) => join(root, path))].map((file) => readFile(file)),
	);
	return keyOf(process.versions.zlib, ...parts);
}

/** Writes the subsets to `node_modules/.cache/fonts/<key>` unless they are there. Returns that folder. */
async function subsets(root: string, characters: string): Promise<string> {
	const modules = join(root, 'node_modules');
	const inputs = await Promise.all(
		Object.entries({ ...pages, ...stills }).map(async ([name, [path, options]]) => ({
			...{ name, options },
			font: await readFile(join(modules, path)),
		})),
	);
	const key = createHash('sha256').update(characters);
	for (const { options, font } of inputs) key.update(JSON.stringify(options)).update(font);
	const folder = join(modules, '.cache/fonts', key.digest('hex').slice(0, 12));
	await mkdir(folder, { recursive: true });
	for (const { name, options, font } of inputs) {
		const file = join(folder, name);
		if (existsSync(file)) continue;
		const subset = await subsetFont(font, characters, options);
		const scratch = `${file}.${String(process.pid)}`;
		await writeFile(scratch, subset);
		await rename(scratch, file);
	}
	const faces = await Promise.all([
		fallbackFaces('Story Serif', await readFile(join(modules, serif)), 'serif'),
		fallbackFaces('Story Sans', await readFile(join(modules, sans)), 'sans'),
	]);
	await writeFile(join(folder, fallbacks), faces.join('\n'));
	return folder;
}

/**
 * Makes `@fonts/serif.woff2` and `@fonts/sans.woff2` importable from styles and modules: the two variable fonts, cut
 * down to the characters and weights (400–700) that the site uses; `@fonts/display.woff2`, the serif as cut for headlines;
 * and `@fonts/fallbacks.css`, the machine's own fonts fitted to them. `virtual:still-fonts` lists the files of their
 * single weights for still pictures, as paths on this machine, and what else their bytes depend on (`src/app.d.ts`).
 */
/** @param dossier the folder that holds `seeds/` and `src/copy/`, from the root of the project */
export function fonts(dossier = '.'): Plugin {
	let [root, folder] = ['', ''];
	return {
		name: 'story:fonts',
		async config(config) {
			root = config.root ?? process.cwd();
			folder = await subsets(root, charactersOf(join(root, dossier)));
			return { resolve: { alias: { '@fonts': folder } } };
		},
		resolveId(source) {
			return source === stillFonts ? `\0${stillFonts}` : null;
		},
		async load(source) {
			if (source !== `\0${stillFonts}`) return null;
			const files = Object.keys(stills).map((name) => join(folder, name));
			return `export default ${JSON.stringify({ files, identity: await identityOf(root, files), code: codeHash(root) })};`;
		},
	};
}
