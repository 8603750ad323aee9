/** Replays the web archive in ReplayWeb.page, from the file alone. */
import { mkdtempSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archive, NOWHERE } from '#bundles/targets/archive.ts';
import { readBuilt } from '#bundles/built.ts';
import { serve, type Served } from '#commands/serve.ts';
import { inLarge, versionOf } from '#tests/partners/large.ts';
import { requirePartner } from '#tests/quality/partners.ts';
import { CHARTS } from '#tests/browser/embed/foreign.ts';
import { launch } from '#commands/browser/launch.ts';

/** A page that replays the archive in its query. */
const PLAYER = `<!doctype html><title>Replay</title><script src="ui.js"></script><script>
	document.write('<replay-web-page embed="replayonly" source="/site.wacz" replayBase="/replay/" style="display: block; height: 800px"></replay-web-page>');
	document.querySelector('replay-web-page').setAttribute('url', new URLSearchParams(location.search).get('page'));
</script>`;

const version = versionOf('replaywebpage');
let browser: Browser;
let server: Served;
let folder: string;

beforeAll(async () => {
	if (version === null) return;
	folder = mkdtempSync(join(tmpdir(), 'replay-'));
	mkdirSync(join(folder, 'replay'));
	cpSync(inLarge('replaywebpage/sw.js'), join(folder, 'replay/sw.js'));
	cpSync(inLarge('replaywebpage/ui.js'), join(folder, 'ui.js'));
	const [bundle] = await archive.bundles({ ...readBuilt('build', '.'), origin: null }, { charts: [], contact: null });
	writeFileSync(join(folder, 'site.wacz'), bundle?.files.find(({ path }) => path === 'site.wacz')?.bytes ?? '');
	writeFileSync(join(folder, 'index.html'), PLAYER);
	server = await serve(folder, 5000);
	browser = await launch();
});
afterAll(async () => {
	if (version === null) return;
	await browser.close();
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

/** The frame in which the replayer shows the archived page of a URL. */
async function replayed(page: Page, of: RegExp): Promise<Frame> {
	const found = () => page.frames().find((frame) => of.test(frame.url().split(/(?:mp|if)_\//)[1] ?? ''));
	await expect.poll(found, { timeout: 30_000, message: String(of) }).toBeDefined();
	const frame = found();
	if (!frame) throw new Error(`the replayer shows nothing at ${String(of)}`);
	await frame.waitForLoadState('load');
	return frame;
}

async function opened(path: string): Promise<Page> {
	// The replayer takes no language that is none of the standard's, which browsers on bare machines have.
	const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, locale: 'en-GB' });
	await page.goto(`${server.address}?page=${encodeURIComponent(NOWHERE + path)}`);
	// Now and then the replayer waits for its worker and shows nothing, until the page is loaded again.
	const hasBegun = () => page.frames().some((frame) => frame.url().includes('/replay/w/'));
	for (let looks = 1; looks <= 80 && !hasBegun(); looks += 1) {
		await page.waitForTimeout(250);
		if (looks % 20 === 0) await page.reload();
	}
	return page;
}

test.for(['evidence', 'evidence/index.html'])(
	'/%s leads to the ledger, which can be searched',
	async (form, context) => {
		requirePartner(context, 'ReplayWeb.page', version, 'partners');
		const page = await opened(form);
		const ledger = await replayed(page, /invalid\/evidence\/$/);
		await ledger.locator('input[type="search"]').fill('sanctions');
		await expect.poll(() => ledger.locator('[data-count]').textContent()).not.toMatch(/^All/);
		await page.close();
	},
);

test('the story replays, and a citation opens its panel', async (context) => {
	requirePartner(context, 'ReplayWeb.page', version, 'partners');
	const page = await opened('');
	const story = await replayed(page, /invalid\/(?:#.*)?$/);
	await story.locator('#crimea a.citation').first().click();
	await story.locator('dialog[open]').waitFor();
	await page.close();
});

test('the gallery’s previews replay with complete charts', async (context) => {
	requirePartner(context, 'ReplayWeb.page', version, 'partners');
	const page = await opened('embed/');
	const gallery = await replayed(page, /invalid\/embed\/$/);
	for (const chart of CHARTS) {
		await gallery.locator(`#${chart} [data-column]`).scrollIntoViewIfNeeded();
		const preview = await replayed(page, new RegExp(`embed/${chart}/\\?childId`));
		expect(await preview.locator(`figure[data-chart="${chart}"] .drawing a[data-id]`).count()).toBeGreaterThan(8);
	}
	await page.close();
});

test('what the archive’s README says about missing features is true', async (context) => {
	requirePartner(context, 'ReplayWeb.page', version, 'partners');
	const page = await opened('embed/ties/?theme=dark');
	const frame = await replayed(page, /\?theme=dark$/);
	await expect.poll(() => frame.locator('body').textContent()).toMatch(/not found|not in/i);
	expect(await frame.locator('figure[data-chart]').count()).toBe(0);
	await page.close();
});
