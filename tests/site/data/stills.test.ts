import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { brotliBytes, builtFiles, page } from '#tests/site/built-files.ts';

interface Listed {
	readonly address: string;
	readonly bytes: number;
	readonly sha256: string;
	readonly width: number;
	readonly height: number;
}

interface Listing {
	readonly version: string;
	readonly script: { readonly address: string; readonly integrity: string };
	readonly story: {
		readonly card: Listed;
		readonly steps: readonly { readonly page: string; readonly card: Listed }[];
	};
	readonly charts: readonly {
		readonly id: string;
		readonly card: Listed;
		readonly embed: string;
		readonly oembed: string;
		readonly frozen: string;
		readonly height: number;
		readonly stills: readonly Listed[];
		readonly steps: readonly { readonly id: string; readonly page: string; readonly card: Listed }[];
	}[];
}

const files = builtFiles();
const read = (file: string): Buffer => readFileSync(join('build', file));
const listing = JSON.parse(read('embeds.json').toString()) as Listing;
const steps = page('index.html')
	.querySelectorAll('section.step')
	.map(({ id }) => id);
const stills = listing.charts.flatMap((chart) => chart.stills);
const cards = [
	listing.story,
	...listing.charts,
	...listing.story.steps,
	...listing.charts.flatMap((chart) => chart.steps),
].map(({ card }) => card);

test('the index names every picture that was built, but for cards under the old names of steps, and no other', () => {
	const listed = [...stills, ...cards].map(({ address }) => address.replace('./', ''));
	const old = page('index.html')
		.querySelectorAll('.step .formerly')
		.map(({ id }) => `share/${id}.png`);
	const built = files.filter((file) => /^(?:charts|share)\//.test(file));
	expect(built).toEqual(expect.arrayContaining(old));
	const pictures = built.filter((file) => !old.includes(file));
	expect(pictures).toHaveLength(4 * 2 * 5 + 1 + 4 + steps.length);
	expect(listed.sort()).toEqual(pictures);
});

test('every picture has the bytes, the hash and the size that the index says', () => {
	for (const { address, bytes, sha256, width, height } of [...stills, ...cards]) {
		const file = read(address);
		expect([address, file.length]).toEqual([address, bytes]);
		expect([address, createHash('sha256').update(file).digest('hex')]).toEqual([address, sha256]);
		if (!address.endsWith('.png')) continue;
		expect([address, file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([address, width, height]);
	}
});

test('every picture says which data it was made from, and under which licence', () => {
	const { data } = JSON.parse(read('data/story.json').toString()) as { data: { version: string; sha256: string } };
	const words = `Data ${data.version}, sha256 ${data.sha256}`;
	for (const file of files.filter((each) => /^(?:charts|share)\/.*(?:png|svg)$/.test(each))) {
		const text = read(file).toString('latin1');
		expect([file, text.includes(words)]).toEqual([file, true]);
		expect([file, text.includes('CC BY 4.0')]).toEqual([file, true]);
	}
});

test('every step with a chart has its picture, under its old names as well, small, with words, and in both themes', () => {
	const charted = page('index.html')
		.querySelectorAll('section.step[data-of], section.step[data-of] > .formerly')
		.map(({ id }) => `steps/${id}.svg`);
	expect(files.filter((file) => file.startsWith('steps/'))).toEqual(charted.sort());
	for (const file of charted) {
		const svg = read(file).toString();
		expect(brotliBytes(file), file).toBeLessThan(4000);
		expect(svg).toMatch(/<title>[^<]+<\/title>\n<desc>[^<]+<\/desc>/);
		expect(svg).toContain('@media (prefers-color-scheme:dark)');
		expect(svg).not.toMatch(/var\(|class=|NaN|undefined|href/);
		// A picture brings no font: each line has the length that it takes in ours, and none is a part of another's element.
		for (const text of parse(svg).querySelectorAll('text')) {
			expect([file, text.outerHTML, Number(text.getAttribute('textLength')) > 0]).toEqual([file, text.outerHTML, true]);
			expect([file, text.querySelector('tspan[x], tspan[dy]')]).toEqual([file, null]);
		}
	}
});

test('pictures are light: cards 60 kB, columns 150 kB, double ones 350 kB, drawings 40 kB with brotli', () => {
	const most = (file: string): number =>
		file.includes('@2x') ? 350_000 : file.startsWith('share/') ? 60_000 : 150_000;
	for (const file of files.filter((each) => /^(?:charts|share)\/.*png$/.test(each)))
		expect([file, read(file).length < most(file)]).toEqual([file, true]);
	for (const file of files.filter((each) => /^charts\/.*svg$/.test(each)))
		expect([file, brotliBytes(file) < 40_000]).toEqual([file, true]);
});

test('the index leads to embeds, frozen ones, their oEmbed and the script, whose integrity holds', () => {
	for (const { embed, frozen, oembed, height } of listing.charts) {
		for (const folder of [embed, frozen]) expect(files).toContain(`${folder.replace('./', '')}index.html`);
		expect(files).toContain(oembed.replace('./', ''));
		expect(height).toBeGreaterThan(300);
	}
	const hash = createHash('sha384').update(read(listing.script.address)).digest('base64');
	expect(listing.script.integrity).toBe(`sha384-${hash}`);
});

test('every step has a page that shows its card to scrapers and leads its readers to the step', () => {
	const pages = [...listing.story.steps, ...listing.charts.flatMap((chart) => chart.steps)].map((step) => step.page);
	expect(pages.sort()).toEqual(steps.map((id) => `./s/${id}/`).sort());
	for (const id of steps) {
		const document = page(`s/${id}/index.html`);
		const property = (name: string) =>
			document.querySelector(`meta[property="${name}"]`)?.getAttribute('content') ?? '';
		expect(property('og:image')).toBe(`../../share/${id}.png`);
		expect(property('og:title').length).toBeGreaterThan(10);
		expect(property('og:description').length).toBeGreaterThan(20);
		expect(property('og:image:alt').length).toBeGreaterThan(20);
		expect(document.querySelector('meta[name="twitter:card"]')?.getAttribute('content')).toBe('summary_large_image');
		expect(document.querySelector('meta[http-equiv="refresh"]')?.getAttribute('content')).toBe(`0; url=../../#${id}`);
		expect(document.querySelectorAll('h1')).toHaveLength(1);
		expect(document.querySelectorAll('script')).toHaveLength(0);
		expect(document.querySelector(`main a[href="../../#${id}"]`)?.text).toContain('story');
		expect(brotliBytes(`s/${id}/index.html`)).toBeLessThan(6_000);
	}
});

test('the story shows scrapers its own card', () => {
	const image = page('index.html').querySelector('meta[property="og:image"]')?.getAttribute('content') ?? '';
	expect(files).toContain(image.replace('./', ''));
	expect(image).toBe(listing.story.card.address);
});
