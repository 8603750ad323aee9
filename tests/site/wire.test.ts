import { chartCopy } from '#lib/model/chart-copy.ts';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Bundle } from '#bundles/bundle.ts';
import { readBuilt, type Built } from '#bundles/built.ts';
import { pdf } from '#bundles/pdf.ts';
import { unitsOf } from '#bundles/translation.ts';
import { wire } from '#bundles/wire.ts';
import { present } from '#tests/present.ts';

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
		const { title, description } = chartCopy(built.story.copy, bundle.chart ?? 'ties');
		const keywords = `Data ${built.data.version}, sha256 ${built.data.sha256}, CC BY 4.0`;
		const again = await pdf(svg, {
			title,
			subject: description,
			keywords,
			creator: 'ambassador export',
			date: built.date,
		});
		expect(Buffer.from(again).equals(bytes)).toBe(true);
	}
});

test('a picture that holds what cannot be drawn is refused by name', () => {
	const svg = '<svg width="10" height="10"><image href="x.png"/></svg>';
	expect(() => pdf(svg, { title: 't', subject: 's', keywords: 'k', creator: 'c', date: new Date(0) })).toThrow(
		'a still with <image> cannot be written as PDF',
	);
});

test('a PDF has the opacities of its picture; what it cannot say is refused by name', async () => {
	const said = { title: 'A title', subject: 'What it shows', keywords: '', creator: '', date: new Date(0) };
	const drawn = async (attributes: string) =>
		Buffer.from(
			await pdf(`<svg width="10" height="10"><path d="M0 0h5v5z" fill="#000000" ${attributes}/></svg>`, said),
		).toString('latin1');
	expect(await drawn('fill-opacity="0.25"')).toContain('/ca 0.25');
	expect(await drawn('stroke="#000000" stroke-opacity="0.5" opacity="0.5"')).toContain('/CA 0.25');
	await expect(async () => drawn('filter="url(#a)"')).rejects.toThrow(
		'a still with filter="…" cannot be written as PDF',
	);
});

test('captions and alternative texts are those of the story, as text and as JSON', () => {
	for (const bundle of bundles) {
		const { title, how, credit, description } = chartCopy(built.story.copy, bundle.chart ?? 'ties');
		const said = JSON.parse(textOf(bundle, 'caption.json')) as { steps: { id: string; alternative: string }[] };
		expect(said).toMatchObject({ headline: title, caption: how, source: credit, alternative: description });
		const steps = built.story.copy.chapters
			.flatMap((chapter) => chapter.steps)
			.filter(({ chart }) => chart === bundle.chart);
		expect(said.steps.map(({ id, alternative }) => [id, alternative])).toEqual(
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
