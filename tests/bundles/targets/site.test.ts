import { expect, test } from 'vitest';
import type { Bundle } from '#bundles/bundle.ts';
import type { Built } from '#bundles/built.ts';
import { site, expiryNote } from '#bundles/targets/site.ts';
import { headersOf } from '#hosts/rules.ts';
import { built } from '#tests/bundles/fixtures.ts';

async function made(from: Built, contact: string | null = null): Promise<Bundle> {
	const [bundle] = await site.bundles(from, { charts: [], contact });
	if (!bundle) throw new Error('no bundle');
	return bundle;
}
const text = ({ files }: Bundle, path: string): string =>
	new TextDecoder().decode(files.find((file) => file.path === path)?.bytes);
const there = { ...built, origin: 'https://example.org/ambassador/' };

test('with a site URL there is a sitemap of the pages for readers, named in robots.txt', async () => {
	const bundle = await made(there);
	expect(text(bundle, 'sitemap.xml').match(/<loc>[^<]*/g)).toEqual([
		'<loc>https://example.org/ambassador/',
		'<loc>https://example.org/ambassador/evidence/',
	]);
	expect(text(bundle, 'robots.txt')).toContain('\nSitemap: https://example.org/ambassador/sitemap.xml\n');
	expect(bundle.files.map(({ path }) => path)).toEqual(expect.arrayContaining(['sitemap.xml.br', 'sitemap.xml.gz']));
});

test('without one there is no sitemap, and a note says so', async () => {
	const bundle = await made(built);
	expect(text(bundle, 'sitemap.xml')).toBe('');
	expect(text(bundle, 'robots.txt')).toBe('User-agent: *\nAllow: /\n');
	expect(bundle.notes.join()).toContain('--origin');
});

test('security.txt names the contact, expires within a year of the sources, and is left out without a contact', async () => {
	expect(text(await made(there, 'mailto:desk@example.org'), '.well-known/security.txt')).toBe(
		[
			'Contact: mailto:desk@example.org',
			'Expires: 2027-01-26T12:00:00Z',
			'Preferred-Languages: en',
			'Canonical: https://example.org/ambassador/.well-known/security.txt',
			'',
		].join('\n'),
	);
	const newsroom = { ...built.story.newsroom, contact: 'desk@example.org' };
	const withContact = await made({ ...built, story: { ...built.story, newsroom } });
	expect(text(withContact, '.well-known/security.txt')).toMatch(/^Contact: mailto:desk@example\.org\nExpires: /);
	const withoutContact = await made(built);
	expect(text(withoutContact, '.well-known/security.txt')).toBe('');
	expect(withoutContact.notes.join()).toContain('--contact mailto:');
});

test('a note says if security.txt expires within a month, or has expired', async () => {
	const date = new Date('2026-01-31T12:00:00Z');
	expect(expiryNote(date, new Date('2026-12-20'))).toBeNull();
	expect(expiryNote(date, new Date('2027-01-01'))).toContain('security.txt expires on 2027-01-26');
	expect(expiryNote(date, new Date('2027-03-01'))).toContain('expired on 2027-01-26');
	const old = { ...there, date: new Date('2020-01-01') };
	expect((await made(old, 'mailto:desk@example.org')).notes.join()).toContain('expired on 2020-12-26');
	expect((await made(old)).notes.join()).not.toContain('expired');
});

test('_headers covers every file, including those written last', async () => {
	const lines = text(await made(there, 'mailto:desk@example.org'), '_headers').split(/\n(?=\/)/);
	const rules = lines.slice(1).map((block) => block.trim().split('\n  '));
	const headerLines = (file: string): string[] =>
		rules
			.filter(([address = '']) => [`/ambassador/${file}`, '/ambassador/*'].includes(address))
			.flatMap(([, ...each]) => each);
	for (const file of ['MANIFEST.json', 'SHA256SUMS', 'LICENSE.txt', 'robots.txt', 'sitemap.xml']) {
		const expected = headersOf(file);
		expect(headerLines(file), file).toContain(`content-security-policy: ${expected['content-security-policy'] ?? ''}`);
		expect(headerLines(file).filter((line) => line.startsWith('access-control'))).toEqual(
			Object.entries(expected).flatMap(([name, value]) =>
				name.startsWith('access-control') ? [`${name}: ${value}`] : [],
			),
		);
	}
});

test('the first pages to open are the story and the embeds', async () => {
	expect((await made(built)).opens).toEqual(['index.html', 'embed/ties/index.html']);
});

test('hosts find their configuration, under the path of the address, and what the site takes from them', async () => {
	const bundle = await made(there);
	expect(text(bundle, '.htaccess')).toContain('ErrorDocument 404 /ambassador/404.html');
	expect(text(bundle, '_headers')).toContain('/ambassador/embed/*');
	expect(text(bundle, 'hosting/nginx.conf')).toContain('error_page 404 /ambassador/404.html;');
	expect(text(bundle, 'hosting/Caddyfile')).toContain('rewrite * /ambassador/404.html');
	expect(text(bundle, 'hosting/HOSTING.md')).toContain('| the story, for the first time | 1 | 17 |');
	expect(text(await made(built), '.htaccess')).toContain('ErrorDocument 404 /404.html');
});
