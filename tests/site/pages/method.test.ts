import { readFileSync } from 'node:fs';
import { parseAtomFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import { grouped } from '#lib/model/numbers.ts';
import { coefficient, intervalOf, percent } from '#lib/method/formats.ts';
import { project } from '#tests/compile/project.ts';
import { page } from '#tests/site/built-files.ts';

const { story } = compile(project());
if (story === null) throw new Error('The seeds do not compile');
const method = page('method/index.html');
const text = method.textContent.replace(/\s+/g, ' ');
const anchors = new Set(
	page('evidence/index.html')
		.querySelectorAll('[id]')
		.map(({ id }) => id),
);

test('every link to the evidence, and every link on the page, ends at something that exists', () => {
	const targets = method
		.querySelectorAll('a[href*="evidence/#"]')
		.map((link) => link.getAttribute('href')?.split('#')[1] ?? '');
	expect(targets.length).toBeGreaterThan(80);
	expect(targets.filter((target) => !anchors.has(target))).toEqual([]);
	const own = method.querySelectorAll('a[href^="#"]').map((link) => link.getAttribute('href')?.slice(1) ?? '');
	expect(own.filter((id) => method.getElementById(id) === null)).toEqual([]);
});

test('the page gives both alphas with their intervals, as computed', () => {
	const { root, score } = story.method.reliability;
	for (const alpha of [root, score]) {
		if (!alpha) throw new Error('no alpha');
		expect(text).toContain(coefficient(alpha.value));
		expect(text).toContain(`from ${intervalOf(alpha)}`);
		expect(text).toContain(`${alpha.units} for the`);
	}
});

test('the page lists every difference, every claim with its share, and every score that misleads', () => {
	const rows = (id: string) => method.querySelectorAll(`section[aria-labelledby=${id}] tbody tr`);
	const { units } = story.method.reliability;
	expect(rows('disagreements')).toHaveLength(units.filter(({ a, b }) => a.code !== b.code).length);
	expect(rows('misleads')).toHaveLength(story.events.filter(({ misleads }) => misleads !== null).length);
	for (const [index, { holds, of }] of story.method.claims.entries()) {
		const item = method.getElementById(`claim-${index + 1}`)?.textContent.replace(/\s+/g, ' ');
		expect(item).toContain(`${grouped(holds)} of ${grouped(of)}, ${percent(holds / of)}`);
	}
});

test('the page says what rests on one article and how much of each is quoted', () => {
	expect(text).toContain(`${percent(story.report.singleSource)} of the events rest on a single article`);
	const quoted = method.querySelector('section[aria-labelledby=quoted] svg')?.getAttribute('aria-label');
	for (const { label, quotedShare } of story.sources) expect(quoted).toContain(`${label}, ${percent(quotedShare)}`);
});

test('every small chart has its numbers in words', () => {
	const charts = method.querySelectorAll('figure > svg');
	expect(charts.length).toBeGreaterThanOrEqual(4);
	for (const chart of charts) expect(chart.getAttribute('aria-label')).toMatch(/\d.*\.$/);
});

test('nothing stands on the page that a newsroom has not filled in', () => {
	const { publisher, funding, contact, people } = story.newsroom;
	const isFilled = publisher.name !== '' || funding !== '' || contact !== '' || people.length > 0;
	expect(method.getElementById('desk') !== null).toBe(isFilled);
	expect(story.corrections.length > 0 || text.includes('none so far')).toBe(true);
});

test('the feed of corrections is accepted by a parser that is not ours, and the page leads to it', () => {
	const feed = parseAtomFeed(readFileSync('build/corrections.atom', 'utf8'));
	expect(feed.entries ?? []).toHaveLength(story.corrections.length);
	expect(feed.updated).toMatch(/^\d{4}-\d{2}-\d{2}T00:00:00Z$/);
	expect(method.querySelector('link[type="application/atom+xml"]')?.getAttribute('href')).toBe('../corrections.atom');
	expect(method.querySelector('a[href="../corrections.atom"]')).not.toBeNull();
});

test('every page leads to the method', () => {
	for (const [file, href] of [
		['index.html', './method/'],
		['evidence/index.html', '../method/'],
	] as const) {
		expect(page(file).querySelector(`footer a[href="${href}"]`)).not.toBeNull();
	}
});
