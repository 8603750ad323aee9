import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readBuilt } from '#bundles/built.ts';
import { sums } from '#bundles/verify/sums.ts';
import { readBundle } from '#bundles/verify/input.ts';
import { filesWithManifest } from '#bundles/manifest.ts';
import { site } from '#bundles/targets/site.ts';
import { writeOutputs } from '#bundles/write.ts';
import { holds } from '#tests/quality/holds.ts';
import { installing, requirePartner, skipUnless, version } from '#tests/quality/partners.ts';
import { hostFiles } from '#hosts/hosts.ts';
import { ALWAYS, headersOf } from '#hosts/rules.ts';
import { builtFiles } from '#tests/site/built-files.ts';
import { requestRaw, bareApache, servers, started, type Answer, type Running } from './servers.ts';

const scratch = mkdtempSync(join(tmpdir(), 'hosts-'));
const BASES = ['/', '/deep/base.path/~x/'];
const STYLE = builtFiles().find((file) => /^_app\/immutable\/.*\.css$/.test(file)) ?? '';
const VERSION =
	builtFiles()
		.find((file) => file.startsWith('v/'))
		?.split('/')[1] ?? '';

/** Files that only some builds have, and that no reader may get. */
const ADDED: Readonly<Record<string, string>> = {
	'404.html': '<!doctype html><title>Not found</title>',
	'.well-known/security.txt': 'Contact: …',
	'site.webmanifest': '{}',
	SHA256SUMS: '…',
	'.git/config': 'secret',
	'data/.hidden.csv': 'secret',
};

const rootOf = (base: string): string => join(scratch, base === '/' ? 'root' : 'deep');

beforeAll(() => {
	for (const base of BASES) {
		const place = join(rootOf(base), base);
		mkdirSync(dirname(place), { recursive: true });
		cpSync('build', place, { recursive: true });
		const texts = {
			...ADDED,
			...Object.fromEntries(hostFiles(builtFiles(), base).map((file) => [file.path, file.text])),
		};
		for (const [file, text] of Object.entries(texts)) {
			mkdirSync(dirname(join(place, file)), { recursive: true });
			writeFileSync(join(place, file), text);
		}
	}
});

afterAll(() => {
	rmSync(scratch, { recursive: true });
});

/** Values of these headers, each undefined where it is not sent. */
const some = ({ headers }: Answer, names: readonly string[]) =>
	Object.fromEntries(names.map((name) => [name, headers[name]]));

for (const base of BASES)
	test(`${bareApache.name}, at ${base}, shows every page and hides what is for hosts`, async (context) => {
		requirePartner(context, 'Apache', version('/usr/sbin/apache2', ['-v']), 'apache2');
		const root = rootOf(base);
		const own = join(scratch, `bare-${base.replaceAll('/', '')}`);
		const running = await started(bareApache, { root, site: join(root, base), scratch: own });
		const get = (path: string, headers = {}) => requestRaw(running.origin, base + path, headers);
		try {
			for (const file of builtFiles().filter((each) => !each.startsWith('v/'))) {
				const answer = await get(file.replace(/(^|\/)index\.html$/, '$1'));
				expect([file, answer.status]).toEqual([file, 200]);
				expect(answer.headers['content-type']?.toString().toLowerCase(), file).toBe(
					headersOf(file)['content-type']?.toLowerCase(),
				);
			}
			for (const hidden of ['hosting/nginx.conf', '.git/config', 'data/.hidden.csv', '_headers'])
				expect([hidden, (await get(hidden)).status]).toEqual([hidden, 404]);
			expect((await get('.well-known/security.txt')).status).toBe(200);
			expect((await get('evidence')).headers['location']).toContain(`${base}evidence/`);
		} finally {
			await running.end();
		}
	});

for (const server of servers)
	for (const base of BASES)
		describe(`${server.name} at ${base}`, () => {
			let running: Running;
			beforeEach((context) => {
				skipUnless(context, server.installed, `${server.name} is not installed`, installing(server.package));
			});
			beforeAll(async () => {
				if (!server.installed) return;
				const root = rootOf(base);
				const own = join(scratch, `${server.name.replaceAll(' ', '-')}-${base.replaceAll('/', '')}`);
				running = await started(server, { root, site: join(root, base), scratch: own });
			});
			afterAll(async () => {
				if (server.installed) await running.end();
			});
			const get = (path: string, headers = {}, method = 'GET') =>
				requestRaw(running.origin, base + path, headers, method);
			const plain = (file: string): Buffer => readFileSync(join(rootOf(base), base, file));

			test('sends every file with its headers and its own bytes', async ({ task }) => {
				const pages = [
					'',
					'evidence/',
					'method/',
					'data/',
					'embed/',
					'embed/ties/',
					`v/${VERSION}/embed/ties/`,
					's/crimea/',
				];
				const files = [STYLE, 'embed.js', 'embeds.json', 'oembed/ties.json', 'evidence/records.json', 'favicon.svg']
					.concat('charts/ties.light.svg', 'charts/ties.light.png', 'share/crimea.png', `v/${VERSION}/embed.js`)
					.concat('data/events.csv', 'data/annotations.jsonld', 'data/network.gexf', 'data/network.graphml')
					.concat('corrections.atom', 'robots.txt', 'site.webmanifest', 'SHA256SUMS', '.well-known/security.txt');
				for (const path of [...pages, ...files]) {
					const expected = headersOf(path);
					const answer = await get(path);
					expect({ path, ...some(answer, Object.keys(expected)) }).toEqual({ path, ...expected });
					expect(answer.body.equals(plain(path === '' || path.endsWith('/') ? `${path}index.html` : path)), path).toBe(
						true,
					);
					const open = answer.headers['access-control-allow-origin'];
					expect([path, open]).toEqual([path, expected['access-control-allow-origin']]);
					expect(answer.headers['strict-transport-security'], 'over plain http').toBeUndefined();
				}
				const secure = await get('', { 'x-forwarded-proto': 'https' });
				expect(secure.headers['strict-transport-security']).toBe('max-age=63072000');
				holds(task, 'security/headers', `${server.name} at ${base}`);
			});

			test('sends an encoding that the browser accepts, with Vary', async () => {
				for (const file of ['', STYLE, 'data/story.json', 'embed/ties/']) {
					const expected = plain(file === '' || file.endsWith('/') ? `${file}index.html` : file);
					const gzip = await get(file, { 'accept-encoding': 'gzip' });
					expect([file, gzip.headers['content-encoding']]).toEqual([file, 'gzip']);
					expect(gunzipSync(gzip.body).equals(expected)).toBe(true);
					const both = await get(file, { 'accept-encoding': 'gzip, deflate, br' });
					expect([file, both.headers['content-encoding']]).toEqual([file, server.brotli ? 'br' : 'gzip']);
					expect((server.brotli ? brotliDecompressSync(both.body) : gunzipSync(both.body)).equals(expected)).toBe(true);
					const none = await get(file);
					const refused = await get(file, { 'accept-encoding': 'gzip;q=0, br;q=0' });
					for (const { headers } of [none, refused]) expect(headers['content-encoding']).toBeUndefined();
					for (const answer of [gzip, both, none]) {
						expect([file, String(answer.headers['vary']).toLowerCase()]).toEqual([file, 'accept-encoding']);
						expect(some(answer, Object.keys(headersOf(file)))).toEqual(headersOf(file));
					}
				}
			});

			test('answers a revalidation with 304 if the file is unchanged', async () => {
				const { headers } = await get('method/');
				const again = await get('method/', { 'if-none-match': String(headers['etag']) });
				expect([again.status, again.body.length]).toEqual([304, 0]);
			});

			test('redirects a page without its slash to the one with it, and never to another host', async () => {
				for (const path of ['evidence', 'embed/ties', 's/crimea', `v/${VERSION}/embed/ties`]) {
					const { status, headers } = await get(`${path}?theme=dark&step=a%20b`);
					expect([301, 302, 307, 308]).toContain(status);
					const to = new URL(String(headers.location), running.origin);
					expect(to.href).toBe(`${running.origin}${base}${path}/?theme=dark&step=a%20b`);
				}
				expect(String((await get('evidence')).headers.location)).toMatch(/\/evidence\/$/);
				for (const path of [
					'//example.org/..',
					'//example.org/%2e%2e',
					'/\\example.org/..',
					'/%5cexample.org',
					'//evidence',
				]) {
					const { headers } = await requestRaw(running.origin, path);
					const to = new URL(String(headers.location ?? '/'), running.origin);
					expect([path, to.origin]).toEqual([path, running.origin]);
				}
				expect((await get('evidence/index.html')).status).toBeLessThan(400);
			});

			test('answers with the 404 page for missing, hidden and server files', async () => {
				const paths = ['nothing', 'evidence/nothing/', 'evidence/nothing/at/all.html', '_app/immutable/assets/gone.js']
					.concat('v/0/embed/ties/', '.git/config', '.git/', 'data/.hidden.csv', '.htaccess', '.well-known/.hidden')
					.concat('_headers', '_redirects', 'serve.json', 'hosting/nginx.conf', 'hosting/Caddyfile', 'hosting/');
				for (const path of paths) {
					const answer = await get(path);
					expect([path, answer.status, answer.body.toString()]).toEqual([path, 404, ADDED['404.html']]);
					const expected = { ...ALWAYS, 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' };
					expect({ path, ...some(answer, Object.keys(expected)) }).toEqual({ path, ...expected });
					expect(answer.headers['content-security-policy']).toBe("frame-ancestors 'self'");
				}
				const outside = await get('..%2f..%2f..%2f..%2fetc/passwd');
				expect(outside.status).toBeGreaterThanOrEqual(400);
			});

			test('sends a part of a picture, and of any file its headers alone', async () => {
				const picture = plain('charts/ties.light.png');
				const part = await get('charts/ties.light.png', { range: 'bytes=100-199' });
				expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 100-199/${String(picture.length)}`]);
				expect(part.body.equals(picture.subarray(100, 200))).toBe(true);
				const beyond = await get('charts/ties.light.png', { range: `bytes=${String(picture.length)}-` });
				expect(beyond.status).toBe(416);
				for (const path of ['', 'data/events.csv', 'charts/ties.light.png']) {
					const head = await get(path, {}, 'HEAD');
					const { headers } = await get(path);
					expect([head.status, head.body.length]).toEqual([200, 0]);
					expect(some(head, Object.keys(headersOf(path)))).toEqual(
						some({ ...head, headers }, Object.keys(headersOf(path))),
					);
				}
			});
		});

test(
	'an export behind the configurations that lie in it is found whole, though they hide these',
	{ timeout: 120_000 },
	async () => {
		const from = readBuilt('build', '.');
		const [bundle] = await site.bundles(from, { charts: [], contact: 'mailto:desk@news.test' });
		if (!bundle) throw new Error('there is no site');
		const root = join(scratch, 'exported');
		await writeOutputs([{ place: root, content: filesWithManifest(bundle, 'site', from) }]);
		for (const server of servers.filter(({ installed }) => installed)) {
			const own = join(scratch, `exported-${server.name.replaceAll(' ', '-')}`);
			const running = await started(server, { root, site: root, scratch: own });
			const received = await readBundle(running.origin);
			await running.end();
			expect(received.files.has('_headers'), server.name).toBe(false);
			expect(received.files.has('.well-known/security.txt'), server.name).toBe(true);
			expect(sums(received), server.name).toEqual([]);
		}
	},
);
