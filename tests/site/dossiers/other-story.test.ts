import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf, type Built } from '#bundles/built.ts';
import { pathsOf } from '#build/files.js';
import { filesWithManifest } from '#bundles/manifest.ts';
import { targets } from '#bundles/targets/targets.ts';
import { chartsOf } from '#lib/model/chart-copy.ts';
import { anyOf, ownWords } from '#tests/compile/own-words.ts';
import { story as ours } from '#tests/export/compiled.ts';
import { serve } from '#commands/serve.ts';
import { launch } from '#commands/browser/launch.ts';
import { FORMER } from './former-addresses.ts';
import { buildOf, checkout } from './other-story.ts';

const made = checkout();
afterAll(() => made.remove());

/** Two harbours and a ferry: other people, sides and years, and two of the charts. All of it is invented. */
let built: Built;
beforeAll(async () => {
	built = await buildOf(made.folder, 'tests/dossier');
}, 600_000);

const TEXT = /\.(?:html|svg|json|jsonld|csv|xml|gexf|graphml|js|css|atom|txt|xlf|md|cff)$/;
const texts = (files: Iterable<readonly [string, Uint8Array]>) =>
	[...files]
		// The licence is the project's for every story.
		.filter(([path]) => TEXT.test(path) && !path.endsWith('LICENSE.txt'))
		.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)] as const);

/** Words of other stories in texts, with their places; addresses of standards name years of their own. */
function foreign(files: Iterable<readonly [string, Uint8Array]>): string[] {
	const words = anyOf([...ownWords(ours), 'ambassador']);
	return texts(files).flatMap(([path, text]) => {
		const read = text.replace(/https?:\/\/(?:www\.w3\.org|purl\.org|[\w.]*example[\w.]*)[^\s"'<>]*/g, '');
		return [...new Set(read.match(words) ?? [])].map((word) => `${path}: ${word}`);
	});
}

describe('a story of another kind', () => {
	test('has its pages, and embeds, pictures and addresses of its own charts alone, one of which had another name', () => {
		const { files, story } = built;
		expect(chartsOf(story.copy)).toEqual(['ties', 'contacts']);
		const charts = new Set(
			[...files.keys()].flatMap((path) => /^(?:embed|oembed|charts)\/(\w+)[./]/.exec(path)?.[1] ?? []),
		);
		// Beside the gallery, and the card of the story itself.
		const own = [...charts].filter((name) => name !== 'index' && name !== 'opening');
		expect(own.sort()).toEqual(['contacts', 'letters', 'ties']);
		for (const page of ['index', 'evidence/index', 'method/index', 'data/index', 'embed/index', 's/the-ferry/index'])
			expect(textOf(built, `${page}.html`)).toContain('</html>');
		for (const step of ['all-ties', 'the-ferry', 'all-contacts', 'the-dinner']) {
			expect(files.has(`steps/${step}.svg`)).toBe(true);
			expect(files.has(`share/${step}.png`)).toBe(true);
		}
		expect(textOf(built, 'index.html')).toContain('The harbours in five articles, 1903–1911');
		expect(textOf(built, 'embed/index.html')).toContain('Two charts for your own pages');
		expect(textOf(built, 'embed/contacts/index.html')).toMatch(/Ostrander side.*Velliner side/s);
		expect(textOf(built, 'embed.js')).toContain('ferry-figure');
	});

	test('draws its ties on a scale of its own years', () => {
		const chart = textOf(built, 'embed/ties/index.html');
		for (const year of ['1904', '1906', '1908']) expect(chart).toContain(`>${year}</text>`);
	});

	test('hands out its data under its own name', () => {
		const { name, keywords } = JSON.parse(textOf(built, 'data/datapackage.json')) as Record<string, unknown>;
		expect([name, keywords]).toEqual(['ferry-of-two-harbours', ['ferry', 'harbours']]);
		expect(textOf(built, 'data/actors.csv')).toMatch(/^marn,Ilse Marn,.*,person,vel,/m);
		expect(textOf(built, 'data/events.csv')).toContain(',ost-vel,');
	});

	test('omits what cannot be computed', () => {
		for (const [path, text] of texts(built.files).filter(([name]) => name.endsWith('.html'))) {
			const plain = text.replace(/<(script|style)[^>]*>[^]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ');
			expect(plain, path).not.toMatch(/\b(?:NaN|Infinity|undefined|null)\b|\bnone (?:acts|events|records)\b/);
		}
	});

	test('has no unused file of ours', () => {
		const page = textOf(built, 'index.html');
		for (const path of pathsOf(join(made.folder, 'static')).filter((name) => name !== 'robots.txt')) {
			expect(built.files.has(path), path).toBe(true);
			expect(page, path).toContain(`${path}"`);
		}
	});

	test('no file contains a word, name, side, article or year of our story', () => {
		expect(foreign(built.files)).toEqual([]);
		const codes = ours.subject.sides.map(({ code }) => code).join('|');
		for (const [path, text] of texts(built.files).filter(([name]) => name.startsWith('data/')))
			expect(text, path).not.toMatch(new RegExp(`["',](?:${codes})["',]`));
	});

	describe('whose addresses have changed', () => {
		const same = (old: string, now: string) => {
			expect(built.files.get(old), old).toBeDefined();
			expect(built.files.get(old), old).toEqual(built.files.get(now));
		};
		const anchor = (file: string, id: string) => parse(textOf(built, file)).getElementById(id);

		test.each(Object.entries(FORMER.pages))('leads on from /%s to /%s without a script', (old, now) => {
			const page = parse(textOf(built, `${old}index.html`));
			const at = `http://site/${old}`;
			const wanted = new URL(now, 'http://site/').href;
			const refresh = page.querySelector('meta[http-equiv="refresh"]')?.getAttribute('content');
			expect(new URL(/^0; url=(.*)$/.exec(refresh ?? '')?.[1] ?? '', at).href).toBe(wanted);
			expect(page.querySelectorAll('main a').map((link) => new URL(link.getAttribute('href') ?? '', at).href)).toEqual([
				'http://site/',
				wanted,
			]);
			expect(page.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
			const card = page.querySelector('meta[property="og:image"]')?.getAttribute('content') ?? '';
			expect(built.files.has(new URL(card, at).pathname.slice(1))).toBe(true);
			expect(page.querySelectorAll('script')).toEqual([]);
		});

		test.each([...Object.entries(FORMER.chapters), ...Object.entries(FORMER.steps)])(
			'has the anchor #%s in #%s',
			(old, now) => expect(anchor('index.html', old)?.parentNode?.id).toBe(now),
		);

		test.each(Object.entries(FORMER.steps))('has page, card and picture of the step %s as of %s', (old, now) => {
			same(`share/${old}.png`, `share/${now}.png`);
			same(`steps/${old}.svg`, `steps/${now}.svg`);
			expect(textOf(built, `s/${old}/index.html`)).toMatch(new RegExp(`url=[./]*#${now}"`));
		});

		test.each(Object.entries(FORMER.charts))('has embed, oEmbed and pictures of the chart %s as of %s', (old, now) => {
			same(`oembed/${old}.json`, `oembed/${now}.json`);
			const pictures = [...built.files.keys()].filter((path) => path.startsWith(`charts/${now}.`));
			expect(pictures.length).toBeGreaterThan(0);
			for (const path of pictures) same(path.replace(`charts/${now}.`, `charts/${old}.`), path);
			const page = parse(textOf(built, `embed/${old}/index.html`));
			expect(page.querySelector('figure')?.getAttribute('data-chart')).toBe(now);
			expect(page.querySelector('.became')?.text).toBe('The chart that was here has become this one.');
			expect(page.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
			page.querySelector('.became')?.remove();
			const known = parse(textOf(built, `embed/${now}/index.html`));
			expect(page.querySelector('body')?.toString()).toBe(known.querySelector('body')?.toString());
			expect(anchor('embed/index.html', old)).not.toBeNull();
			expect(anchor('data/tables/index.html', old)).not.toBeNull();
			const { charts } = JSON.parse(textOf(built, 'embeds.json')) as { charts: { id: string; formerly: string[] }[] };
			expect(charts.find(({ id }) => id === now)?.formerly).toEqual([old]);
		});

		test('keeps them all in the exports of the site, and the anchors in its one file', async () => {
			const options = { charts: chartsOf(built.story.copy), contact: null };
			const [site] = (await targets['site']?.bundles(built, options)) ?? [];
			const paths = site?.files.map(({ path }) => path) ?? [];
			const olds = [...Object.keys(FORMER.pages), ...Object.keys(FORMER.charts).map((old) => `embed/${old}/`)];
			expect(paths).toEqual(expect.arrayContaining(olds.map((old) => `${old}index.html`)));
			const [single] = (await targets['single-file']?.bundles(built, options)) ?? [];
			const story = single?.files.find(({ path }) => path === 'story.html');
			const root = parse(new TextDecoder().decode(story?.bytes));
			for (const old of [...Object.keys(FORMER.chapters), ...Object.keys(FORMER.steps)])
				expect(root.getElementById(old), old).not.toBeNull();
		});
	});

	test(
		'a browser reaches it from every former URL, and its embeds report their height',
		{ timeout: 480_000 },
		async () => {
			const [browser, site] = await Promise.all([launch(), serve(join(made.folder, 'build'))]);
			for (const javaScriptEnabled of [true, false]) {
				const page = await browser.newPage({ javaScriptEnabled });
				for (const [old, now] of Object.entries(FORMER.pages)) {
					await page.goto(site.address + old);
					await page.waitForURL(site.address + now);
				}
				for (const [old, now] of [...Object.entries(FORMER.chapters), ...Object.entries(FORMER.steps)]) {
					const top = async (id: string) => {
						await page.goto(`${site.address}#${id}`);
						// On a slow machine the page is not at rest yet when it has loaded.
						const seen: number[] = [];
						const look = async () => {
							// Not how far the page is scrolled: fonts that come late are not used, and lines break elsewhere.
							const target = page.locator(`[id="${now}"]`);
							seen.unshift(await target.evaluate((element) => Math.round(element.getBoundingClientRect().top)));
							return new Set(seen.slice(0, 3)).size === 1 && seen.length > 2;
						};
						await expect.poll(look, { message: id, interval: 200, timeout: 20_000 }).toBe(true);
						return seen[0];
					};
					await page.goto('about:blank');
					// The second address is followed in the page that the first one has opened.
					expect(await top(old), old).toBe(await top(now));
				}
				await page.close();
			}
			const page = await browser.newPage();
			// Only a page with an origin may frame it.
			const body = `<script>addEventListener('message', ({ data }) => {
			if (data.type === 'iframe-resized') document.title = data.height;
		})</script><iframe src="${site.address}embed/letters/?step=the-supper&theme=dark" width="600"></iframe>`;
			await page.route(`${site.address}elsewhere/`, (route) => route.fulfill({ contentType: 'text/html', body }));
			await page.goto(`${site.address}elsewhere/`);
			await expect.poll(() => page.title(), { timeout: 40_000 }).toMatch(/^[1-9]\d\d+$/);
			const state = await page
				.frames()[1]
				?.evaluate(() => [
					document.querySelector('figure')?.dataset['step'],
					document.documentElement.dataset['theme'],
					document.querySelector('.title')?.textContent,
				]);
			expect(state).toEqual(['the-dinner', 'dark', 'They dined at the inn']);
			await Promise.all([browser.close(), site.close()]);
		},
	);

	test.each(Object.keys(targets))('is exported as %s, with nothing of ours in it', async (name) => {
		const options = { charts: chartsOf(built.story.copy), contact: null };
		const bundles = (await targets[name]?.bundles(built, options)) ?? [];
		expect(bundles.length).toBeGreaterThan(0);
		for (const bundle of bundles) {
			expect(bundle.name).toMatch(/^ferry-/);
			const files = filesWithManifest(bundle, name, built).map(({ path, bytes }) => [path, bytes] as const);
			expect(foreign(files)).toEqual([]);
		}
	});
});
