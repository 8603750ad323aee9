/** The snippets in WordPress, pasted by an administrator and an author, in both editors, and what readers see. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASTED, SYSTEMS } from '#lib/gallery/systems.ts';
import { requirePartner } from '#tests/quality/partners.ts';
import { CHARTS, fewAtOnce, reader, snippetsOf } from './foreign.ts';
import { launch } from '#commands/browser/launch.ts';
import { built, publish, type Published } from '#tests/browser/reliability/published.ts';
import { installedVersion, PACKAGES, startWordPress, type Role, type WordPress } from './wordpress/start.ts';

const version = installedVersion();
let browser: Browser;
let site: Published;
let wordpress: WordPress;

/** The site built with its URL: URLs for scrapers are absolute, and the story links to its card. */
function withAddress(address: string): ReadonlyMap<string, Buffer> {
	// Omitted from a build without its URL.
	const link = `<link rel="alternate" type="application/json+oembed" href="${address}oembed/opening.json">`;
	const rewritten = (path: string, text: string): string => {
		if (path === 'index.html') return text.replace('</head>', `${link}</head>`);
		if (path.startsWith('oembed/')) return text.replaceAll('"../', `"${address}`);
		return text.replaceAll('"../../oembed/', `"${address}oembed/`);
	};
	return new Map(
		[...built()].map(([path, bytes]) => [
			path,
			/^(?:oembed\/.*\.json|(?:embed\/[^/]+\/)?index\.html)$/.test(path)
				? Buffer.from(rewritten(path, bytes.toString()))
				: bytes,
		]),
	);
}

beforeAll(async () => {
	if (version === null) return;
	[browser, site, wordpress] = await Promise.all([launch(), publish(new Map()), startWordPress()]);
	site.replace(withAddress(site.address));
});
afterAll(async () => {
	if (version !== null) await Promise.all([browser.close(), site.close(), wordpress.close()]);
});

/** The content of a post with a pasted snippet: in a block for it, or in the classic editor. */
const FORMS = {
	block: (code: string) => {
		if (code.startsWith('<!-- wp:')) return code;
		const [name, inside] = /^https?:\S+$/.test(code)
			? [`embed {"url":"${code}"}`, `<figure><div class="wp-block-embed__wrapper">\n${code}\n</div></figure>`]
			: ['html', code];
		return `<!-- wp:${name} -->\n${inside}\n<!-- /wp:${name.split(' ')[0] ?? ''} -->`;
	},
	classic: (code: string) => `Before.\n\n${code}\n\nAfter.`,
} as const;

/** What readers of the post see. WordPress removes an author's frames and scripts. */
const SEEN: Readonly<Record<string, Readonly<Record<Role, readonly string[]>>>> = {
	address: { administrator: ['chart as high as it is'], author: ['chart as high as it is'] },
	frame: { administrator: ['chart with room', 'words'], author: ['words'] },
	figure: { administrator: ['chart with room', 'words'], author: ['picture', 'words'] },
	element: { administrator: ['chart as high as it is'], author: ['picture', 'words'] },
	wordpress: { administrator: ['chart with room', 'words'], author: ['words'] },
	amp: { administrator: ['words'], author: ['words'] },
	picture: { administrator: ['picture', 'words'], author: ['picture', 'words'] },
	markdown: { administrator: ['code'], author: ['code'] },
	email: { administrator: ['picture', 'words'], author: ['picture', 'words'] },
};

test.each(['administrator', 'author'] as const)(
	'the gallery says what WordPress leaves of what an %s pastes',
	(role) => {
		const row = SYSTEMS.find(({ name }) => name === `WordPress by an ${role}`);
		for (const kind of PASTED)
			expect(
				SEEN[kind]?.[role].some((seen) => seen.startsWith(row?.leaves[kind] ?? '?')),
				kind,
			).toBe(true);
	},
);

/** The charts, pictures, texts and code that a reader of a post sees, with repetition. */
async function visibleParts(page: Page): Promise<string[]> {
	const charts: string[] = [];
	for (const element of await page.locator('main iframe').all()) {
		const isVisible = await element.evaluate((frame) => getComputedStyle(frame).position !== 'absolute');
		const child = isVisible ? await (await element.elementHandle()).contentFrame() : null;
		if (!child) continue;
		await child.waitForSelector('figure[data-chart] .drawing');
		const is = (await element.boundingBox())?.height ?? 0;
		const expected = await child.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
		charts.push(
			`chart ${is === expected ? 'as high as it is' : is > expected ? 'with room' : `cut off by ${expected - is}`}`,
		);
	}
	const rest = await page.locator('main').evaluate((main: HTMLElement) => {
		const box = (element: Element) => element.getBoundingClientRect();
		const frames = [...main.querySelectorAll('iframe, ambassador-chart')].map(box);
		// A picture behind its chart is not visible.
		const visible = [...main.querySelectorAll('img')].filter((image) => {
			const { left, top, right, bottom } = box(image);
			const behind = frames.some((it) => it.left <= left && it.top <= top && it.right >= right && it.bottom >= bottom);
			return right - left > 1 && !behind;
		});
		const pictures = visible.map((image) => {
			const { width, height } = box(image);
			const distorted = Math.abs(width / height - image.naturalWidth / image.naturalHeight) > 0.02;
			return `picture${width > box(main).width ? ' wider than its column' : ''}${distorted ? ' distorted' : ''}`;
		});
		const words = [...main.querySelectorAll('a')].some((link) => link.innerText.length > 9 && box(link).height > 0);
		return [...pictures, ...(words ? ['words'] : []), ...(/<iframe|<img|\]\(/.test(main.innerText) ? ['code'] : [])];
	});
	return [...charts, ...rest];
}

const sees = (page: Page, what: string) => expect.poll(() => visibleParts(page), { message: what, timeout: 15_000 });

test('pasted by an administrator and an author, in a block and in the classic editor, each snippet gives its chart or picture once, its height right', async (context) => {
	requirePartner(context, 'WordPress', version, ...PACKAGES);
	const { open, context: tab, complaints } = await reader(browser);
	const codes = await snippetsOf(open, site.address, 'contacts');
	expect(Object.keys(codes)).toEqual(Object.keys(SEEN));
	const posts = (['administrator', 'author'] as const).flatMap((role) =>
		(['block', 'classic'] as const).flatMap((form) =>
			Object.entries(codes).map(([kind, code]) => ({ role, form, kind, content: FORMS[form](code) })),
		),
	);
	const addresses = wordpress.publish(posts);
	await fewAtOnce([...posts.entries()], async ([at, { role, form, kind }]) => {
		const page = await open(addresses[at] ?? '');
		await sees(page, `${kind}, ${role}, ${form}`).toEqual(SEEN[kind]?.[role]);
		const links = await page
			.locator('main a')
			.evaluateAll((all) => (all as HTMLAnchorElement[]).map(({ href }) => href));
		expect(links.filter((href) => !href.startsWith(site.address))).toEqual([]);
		await page.close();
	});
	expect(complaints).toEqual([]);
	await tab.close();
});

test('a URL alone: each chart has its height, wide and narrow, or scrolls; without scripts there is a link; the story gives its card with a link', async (context) => {
	requirePartner(context, 'WordPress', version, ...PACKAGES);
	const paths = [...CHARTS.map((chart) => `embed/${chart}/`), '', '#crimea'];
	const addresses = wordpress.publish(
		paths.map((path) => ({ role: 'author', content: FORMS.block(`${site.address}${path}`) })),
	);
	const { open, context: tab, complaints } = await reader(browser);
	const { open: openPlain, context: plain } = await reader(browser, { javaScriptEnabled: false });
	await fewAtOnce([...paths.entries()], async ([at, path]) => {
		const page = await open(addresses[at] ?? '');
		const without = await openPlain(addresses[at] ?? '');
		const link = without.locator('main a');
		if (path.includes('accounts')) {
			// Higher than WordPress allows for a frame that it listens to.
			await sees(page, path).toEqual(['chart with room']);
			expect(await link.count()).toBe(0);
			expect(await without.locator('main iframe').isVisible()).toBe(true);
		} else if (path.startsWith('embed')) {
			await sees(page, path).toEqual(['chart as high as it is']);
			await page.setViewportSize({ width: 376, height: 740 });
			await sees(page, `${path}, on a phone`).toSatisfy(
				([chart = '', ...more]: string[]) => /as high as it is|cut off by [1-5]?\d$/.test(chart) && more.length === 0,
			);
			expect(await link.getAttribute('href')).toContain(`${site.address}${path}`);
		} else {
			await sees(page, `the story, ${path}`).toEqual(['picture']);
			expect(await link.getAttribute('href')).toBe(`${site.address}${path}`);
			expect(await link.locator('img').getAttribute('src')).toBe(`${site.address}share/opening.png`);
		}
		await Promise.all([page.close(), without.close()]);
	});
	expect(complaints).toEqual([]);
	await Promise.all([tab.close(), plain.close()]);
});

test('links in a chart work: those of its own site through WordPress, in a snippet in a new tab', async (context) => {
	requirePartner(context, 'WordPress', version, ...PACKAGES);
	const { open, context: tab } = await reader(browser);
	const { frame = '', address = '' } = await snippetsOf(open, site.address, 'contacts');
	const [looked = '', pasted = ''] = wordpress.publish(
		[address, frame].map((code) => ({ role: 'administrator', content: FORMS.block(code) })),
	);

	const page = await open(looked);
	const chart = page.frameLocator('main iframe');
	for (const choose of [
		() => chart.locator('a[data-story]').click(),
		async () => {
			await chart.locator('.drawing a[data-id]').first().focus();
			await page.keyboard.press('Enter');
			await chart.locator('dialog[open] [data-slot="link"]').press('Enter');
		},
	]) {
		await sees(page, 'address').toEqual(SEEN['address']?.administrator);
		await choose();
		await page.waitForURL((url) => url.href.startsWith(site.address));
		await page.goBack();
	}

	const other = await open(pasted);
	const opened = tab.waitForEvent('page');
	await other.frameLocator('main iframe').locator('a[data-story]').click();
	expect((await opened).url()).toContain(site.address);
	await tab.close();
});
