import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chartCopy } from '#lib/model/chart-copy.ts';
import { parse } from 'node-html-parser';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Bundle } from '#bundles/bundle.ts';
import { readBuilt, type Built } from '#bundles/built.ts';
import { pdf } from '#bundles/formats/pdf.ts';
import { sansOf } from '#bundles/targets/site-fonts.ts';
import { unitsOf } from '#bundles/formats/xliff.ts';
import { wire } from '#bundles/targets/wire.ts';
import { inLarge, versionOf } from '#tests/partners/large.ts';
import { present } from '#tests/present.ts';
import { requirePartner, version } from '#tests/quality/partners.ts';

/** What is used here of pdf.js. */
interface PdfJs {
	getDocument(asked: { readonly data: Uint8Array; readonly verbosity: number }): {
		readonly promise: Promise<{
			getPage(number: number): Promise<{
				getTextContent(): Promise<{ readonly items: readonly { readonly str: string }[] }>;
				getStructTree(): Promise<unknown>;
			}>;
		}>;
	};
}

vi.setConfig({ testTimeout: 120_000 });

const charts = ['relations', 'ties', 'contacts', 'accounts'] as const;
let built: Built;
let bundles: readonly Bundle[];
beforeAll(async () => {
	built = readBuilt('build', '.');
	bundles = await wire.bundles(built, { charts, contact: null });
}, 60_000);

const fileOf = ({ files }: Bundle, path: string): Uint8Array =>
	files.find((file) => file.path === path)?.bytes ?? new Uint8Array();
const textOf = (bundle: Bundle, path: string): string => new TextDecoder().decode(fileOf(bundle, path));

test('each chart has a folder with all that a client prints, frames, reads out and translates', () => {
	expect(bundles.map(({ folder }) => folder)).toEqual(charts);
	for (const bundle of bundles) {
		const id = bundle.chart ?? '';
		const paths = bundle.files.map(({ path }) => path);
		const own = ['svg', 'png', 'pdf'].map((ending) => `${id}.${ending}`);
		expect(paths).toEqual(
			expect.arrayContaining([
				...own,
				'interactive/index.html',
				'caption.txt',
				'caption.json',
				'copy.xlf',
				'README.txt',
			]),
		);
		expect(fileOf(bundle, `${id}.png`).subarray(1, 4)).toEqual(new TextEncoder().encode('PNG'));
		for (const page of bundle.opens) expect(paths).toContain(page);
	}
});

test('the PDF is one page in vectors, as large as the picture, and the same every time', async () => {
	for (const bundle of bundles) {
		const id = bundle.chart ?? '';
		const bytes = Buffer.from(fileOf(bundle, `${id}.pdf`));
		const text = bytes.toString('latin1');
		const svg = textOf(bundle, `${id}.svg`);
		const [, width = '', height = ''] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
		expect(text.startsWith('%PDF-')).toBe(true);
		expect(text).toContain(`/MediaBox [0 0 ${String(Number(width) * 0.75)} ${String(Number(height) * 0.75)}]`);
		expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
		expect(text).not.toContain('/Subtype /Image');
	}
	const [again] = await wire.bundles(built, { charts: ['ties'], contact: null });
	const ties = present(bundles.find(({ chart }) => chart === 'ties'));
	expect(fileOf(present(again), 'ties.pdf')).toEqual(fileOf(ties, 'ties.pdf'));
});

/** Every line of a picture's words, in the order of the file. */
const linesOf = (bundle: Bundle): string[] =>
	parse(textOf(bundle, `${bundle.chart ?? ''}.text.svg`))
		.querySelectorAll('text')
		.map((line) => line.text.replace(/\s+/g, ' '));

/** Characters without spaces, which programs insert differently. */
const signs = (text: string): string => text.replace(/\s/g, '');

test('a PDF says in its tags what is headline, paragraph and figure, with what the figure shows and in which language', () => {
	for (const bundle of bundles) {
		const { title, description } = chartCopy(built.story.copy, bundle.chart ?? 'ties');
		const text = Buffer.from(fileOf(bundle, `${bundle.chart ?? ''}.pdf`)).toString('latin1');
		const utf16 = (words: string) => Buffer.from(`\ufeff${words}`, 'utf16le').swap16().toString('latin1');
		const isThere = (words: string) =>
			[words, utf16(words)].some((form) => text.includes(form.replace(/[()\\]/g, '\\$&')));
		expect([bundle.chart, isThere(title), isThere(description)]).toEqual([bundle.chart, true, true]);
		expect(text).toContain('/Lang (en)');
		expect(text).toContain('/Marked true');
		expect(text).toContain('/DisplayDocTitle true');
		expect(text.match(/\/S \/H1/g)).toHaveLength(1);
		expect(text.match(/\/S \/Figure/g)).toHaveLength(1);
		expect(text.match(/\/Alt \(/g)).toHaveLength(1);
	}
});

test('in Poppler a PDF is searchable, brings its fonts, and is read part by part', (context) => {
	requirePartner(context, 'Poppler (agency PDF)', version('pdftotext', ['-v']), 'poppler-utils');
	const folder = mkdtempSync(join(tmpdir(), 'wire-'));
	context.onTestFinished(() => {
		rmSync(folder, { recursive: true });
	});
	for (const bundle of bundles) {
		const file = join(folder, `${bundle.chart ?? ''}.pdf`);
		writeFileSync(file, fileOf(bundle, `${bundle.chart ?? ''}.pdf`));
		const output = (program: string, ...words: string[]) => spawnSync(program, [...words], { encoding: 'utf8' }).stdout;
		const read = signs(output('pdftotext', '-raw', file, '-'));
		for (const line of linesOf(bundle)) expect(read).toContain(signs(line));
		const { title, description } = chartCopy(built.story.copy, bundle.chart ?? 'ties');
		expect(output('pdfinfo', file)).toContain(`Title:           ${title}`);
		const fonts = output('pdffonts', file).trim().split('\n').slice(2);
		expect(fonts.length).toBeGreaterThan(1);
		for (const font of fonts) expect(font).toMatch(/SourceSans3\S*\s+CID TrueType\s+Identity-H\s+yes yes yes/);
		const tags = output('pdfinfo', '-struct-text', file);
		expect(signs(tags)).toContain(signs(`H1 (block) "${title}`));
		expect(tags).toMatch(/Figure/);
		expect(description.length).toBeGreaterThan(20);
	}
});

test('in pdf.js a PDF has the lines of the picture as text, and a figure with its alternative text', async (context) => {
	requirePartner(context, 'pdf.js (agency PDF)', versionOf('pdfjs-dist'), 'partners');
	const { getDocument } = (await import(inLarge('pdfjs-dist/legacy/build/pdf.mjs'))) as PdfJs;
	for (const bundle of bundles) {
		const data = new Uint8Array(fileOf(bundle, `${bundle.chart ?? ''}.pdf`));
		const first = await (await getDocument({ data, verbosity: 0 }).promise).getPage(1);
		const { items } = await first.getTextContent();
		expect(signs(items.map(({ str }) => str).join(''))).toBe(signs(linesOf(bundle).join('')));
		const { title, description } = chartCopy(built.story.copy, bundle.chart ?? 'ties');
		const tree = JSON.stringify(await first.getStructTree());
		expect(tree).toContain(`"role":"Figure"`);
		expect(tree).toContain(JSON.stringify(description));
		expect(title.length).toBeGreaterThan(10);
	}
});

test('a PDF has the opacities of its picture; what it cannot say is refused by name', async () => {
	const metadata = {
		title: 'Cut & shut',
		alternative: 'Less < more',
		keywords: '',
		creator: '',
		language: 'en',
		date: new Date(0),
	};
	const drawn = async (inside: string) =>
		Buffer.from(await pdf(`<svg width="10" height="10">${inside}</svg>`, metadata, sansOf(built))).toString('latin1');
	const path = (attributes: string) => drawn(`<path d="M0 0h5v5z" fill="#000000" ${attributes}/>`);
	expect(await path('fill-opacity="0.25"')).toContain('/ca 0.25');
	expect(await path('stroke="#000000" stroke-opacity="0.5" opacity="0.5"')).toContain('/CA 0.25');
	const words = await drawn(
		'<g><text x="1" y="9" font-size="9" font-weight="600" fill="#000000" opacity="0.5">a</text></g>',
	);
	expect(words).toContain('/ca 0.5');
	expect(words).toContain('<rdf:li xml:lang="x-default">Cut &amp; shut</rdf:li>');
	expect(words).toContain('/Title');
	for (const [inside, refused] of [
		['<image href="x.png"/>', 'a still with <image> cannot be written as PDF'],
		['<path d="M0 0h1" filter="url(#a)"/>', 'a still with filter="…" cannot be written as PDF'],
		[
			'<g><g><text x="1" y="9" font-size="9" font-weight="600" letter-spacing="2">a</text></g></g>',
			'letter-spacing="…"',
		],
		['<g><text x="1" y="9" font-size="9" font-weight="600">a<tspan dy="2">b</tspan></text></g>', 'dy="…"'],
		['<g><text x="1" y="9" font-size="9">a</text></g>', 'no font of the weight “”'],
	])
		await expect(async () => drawn(inside ?? '')).rejects.toThrow(refused);
});

test('captions and alternative texts are those of the story, as text and as JSON', () => {
	for (const bundle of bundles) {
		const { title, how, credit, description } = chartCopy(built.story.copy, bundle.chart ?? 'ties');
		const caption = JSON.parse(textOf(bundle, 'caption.json')) as { steps: { id: string; alternative: string }[] };
		expect(caption).toMatchObject({ headline: title, caption: how, source: credit, alternative: description });
		const steps = built.story.copy.chapters
			.flatMap((chapter) => chapter.steps)
			.filter(({ chart }) => chart === bundle.chart);
		expect(caption.steps.map(({ id, alternative }) => [id, alternative])).toEqual(
			steps.map((step) => [step.id, step.description]),
		);
		for (const words of [title, how, credit, description, ...steps.map((step) => step.description)])
			expect(textOf(bundle, 'caption.txt')).toContain(words);
	}
});

test('the template holds every text of the story', () => {
	const xliff = textOf(present(bundles[0]), 'copy.xlf');
	const ids = [...xliff.matchAll(/<unit id="([^"]+)">/g)].map(([, id]) => id);
	expect(ids).toEqual(unitsOf(built.words).map(({ id }) => id.replace('/', '.')));
	const steps = built.story.copy.chapters.flatMap((chapter) => chapter.steps);
	for (const { id } of steps) expect(xliff).toContain(`<unit id="${id}.heading">`);
});
