import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { builtFiles, page } from '#tests/site/built-files.ts';

const files = builtFiles();
const [version = ''] = files.flatMap((file) => /^v\/[0-9a-f]{12}\/(?=embed\.js$)/.exec(file) ?? []);
const charts = ['accounts', 'contacts', 'relations', 'ties'];

test('a build keeps one version: its embeds, their pictures, cards and oEmbed, and its script', () => {
	expect(files.filter((file) => /^v\/[^/]+\/embed\.js$/.test(file))).toHaveLength(1);
	const frozenFiles = (pattern: RegExp) =>
		files.filter((file) => file.startsWith(version) && pattern.test(file.slice(version.length)));
	expect(frozenFiles(/^embed\/[a-z]+\/index\.html$/).map((file) => file.split('/').at(-2))).toEqual(charts);
	expect(frozenFiles(/^oembed\/[a-z]+\.json$/)).toHaveLength(4);
	const same = (folder: string) => files.filter((file) => file.startsWith(folder)).map((file) => version + file);
	expect(frozenFiles(/^charts\//)).toEqual(same('charts/'));
	expect(frozenFiles(/^share\//)).toEqual(same('share/'));
	expect(readFileSync(`build/${version}embed.js`)).toEqual(readFileSync('build/embed.js'));
});

test('everything that a frozen embed loads or links to exists', () => {
	for (const chart of charts) {
		const folder = `${version}embed/${chart}/`;
		const tree = page(`${folder}index.html`);
		const addresses = tree
			.querySelectorAll('[href], [src]')
			.map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
			.filter((address) => !/^(?:#|https?:|data:|$)/.test(address));
		expect(addresses.length).toBeGreaterThan(8);
		for (const address of addresses) {
			const path = posix.join(folder, address.split(/[?#]/)[0] ?? '');
			expect(files, `${chart}: ${address}`).toContain(
				/(?:^\.?|\/)$/.test(path) ? posix.join(path, 'index.html') : path,
			);
		}
		const left = tree
			.querySelectorAll('a[href*="evidence/"]')
			.map((link) => posix.join(folder, link.getAttribute('href') ?? ''));
		expect(left.filter((path) => !path.startsWith('evidence/'))).toEqual([]);
	}
});

test('a frozen embed differs from the live one only in its location and the line with its date', () => {
	for (const chart of charts) {
		const [live, frozen] = ['', version].map((at) => page(`${at}embed/${chart}/index.html`));
		expect(frozen?.querySelectorAll('script, style').map((each) => each.textContent)).toEqual(
			live?.querySelectorAll('script, style').map((each) => each.textContent),
		);
		const words = (tree = live) => tree?.querySelector('main')?.textContent.replace(/\s+/g, ' ');
		expect(words(frozen)).not.toBe(words());
		expect(words(frozen)?.replace(', kept as they were then', '')).toBe(words());
	}
});

test('compressed copies of frozen pages hold the same text', () => {
	for (const chart of charts) {
		const file = `build/${version}embed/${chart}/index.html`;
		const plain = readFileSync(file);
		expect(brotliDecompressSync(readFileSync(`${file}.br`)).equals(plain)).toBe(true);
		expect(gunzipSync(readFileSync(`${file}.gz`)).equals(plain)).toBe(true);
	}
});
