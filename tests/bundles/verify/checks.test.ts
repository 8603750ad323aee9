import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundleFile, type BundleFile } from '#bundles/bundle.ts';
import type { Built } from '#bundles/built.ts';
import { brotlied } from '#build/compressed.ts';
import type { BundleInput } from '#bundles/verify/input.ts';
import { MANIFEST, parseManifest, filesWithManifest, SUMS } from '#bundles/manifest.ts';
import { pdf } from '#bundles/formats/pdf.ts';
import { zip } from '#bundles/formats/zip.ts';
import { allFailures } from '#tests/bundles/failures.ts';
import { built } from '#tests/bundles/fixtures.ts';
import { png } from '#tests/bundles/png.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const POLICY = "default-src 'none'; img-src 'self'; form-action 'none'";

const page = (body: string, policy = POLICY, head = ''): string =>
	`<!doctype html>\n<html><head><meta http-equiv="content-security-policy" content="${policy}">${head}</head><body>${body}</body></html>`;

const origin = 'https://news.test/story/';

/** An export of these files, as received. */
function received(files: readonly BundleFile[], options: { target?: string; from?: Built } = {}): BundleInput {
	const { target = 'site', from = { ...built, origin } } = options;
	const bundle = { folder: '', name: 'small', chart: null, opens: ['index.html'], notes: [], files };
	const all = new Map(filesWithManifest(bundle, target, from).map((file) => [file.path, file.bytes]));
	return { files: all, manifest: parseManifest(all.get(MANIFEST) ?? new Uint8Array()), isServed: false, zip: null };
}

const withPage = (body: string, policy?: string, head?: string): BundleInput =>
	received([bundleFile('index.html', page(body, policy, head)), bundleFile('a.png', png(1))]);

/** The first failure for a page with this content. */
const first = async (one: BundleInput): Promise<string> => (await allFailures(one))[0] ?? '';

test('sums are compared to the byte: no line may be missing, added, repeated, moved or have another separator', async () => {
	const one = withPage('');
	const sums = new TextDecoder().decode(one.files.get(SUMS));
	const summed = (text: string) => first({ ...one, files: new Map([...one.files, [SUMS, bytes(text)]]) });
	expect(await summed(sums)).toBe('');
	expect(await summed('')).toContain(`${SUMS} and ${MANIFEST} differ`);
	expect(await summed(sums.replaceAll('  ', ' *'))).toContain('differ');
	expect(await summed(`${sums}${'0'.repeat(64)}  more.txt\n`)).toContain('more.txt');
	for (const odd of [sums + sums, sums.split('\n').reverse().join('\n').trimStart() + '\n'])
		expect(await summed(odd)).toContain('twice or out of order');
});

test('compressed copies may be missing from a host, and nowhere else; they hold their file and not its name', async () => {
	const plain = bundleFile('index.html', page(''));
	const one = received([
		plain,
		...['br', 'gz'].map((end) =>
			bundleFile(`index.html.${end}`, end === 'br' ? brotlied('index.html', plain.bytes) : gzipSync(plain.bytes)),
		),
	]);
	expect(await allFailures(one)).toEqual([]);
	const without = new Map([...one.files].filter(([path]) => !/\.(?:br|gz)$/.test(path)));
	expect(await allFailures({ ...one, files: without })).toEqual([
		'index.html.br: is missing',
		'index.html.gz: is missing',
	]);
	expect(await allFailures({ ...one, files: without, isServed: true })).toEqual([]);
	const named = Uint8Array.from(gzipSync(plain.bytes), (byte, at) => (at === 3 ? 8 : byte));
	expect(await first(received([plain, bundleFile('index.html.gz', named)]))).toContain('has metadata');
});

test('a host may hide only the files that its configuration hides', async () => {
	const hidden = ['_headers', '.htaccess', 'hosting/nginx.conf'];
	const one = received(
		['index.html', '.well-known/security.txt', 'data/_headers', ...hidden].map((path) =>
			bundleFile(path, path === 'index.html' ? page('') : ''),
		),
	);
	const without = (...gone: string[]) =>
		allFailures({ ...one, isServed: true, files: new Map([...one.files].filter(([path]) => !gone.includes(path))) });
	expect(await without(...hidden)).toEqual([]);
	expect(await without('.well-known/security.txt', 'data/_headers')).toEqual([
		'.well-known/security.txt: is missing',
		'data/_headers: is missing',
	]);
});

test('a zip has exactly the files of its export, under the name in its manifest', async () => {
	const one = withPage('');
	const all = [...one.files].map(([path, content]) => bundleFile(path, content));
	const packed = (folder: string, content: Uint8Array) => allFailures({ ...one, zip: { folder, bytes: content } });
	const whole = zip('small', all);
	expect(await packed('small', whole)).toEqual([]);
	expect(await packed('other', zip('other', all))).toEqual([
		`other/: is the folder in the zip; ${MANIFEST} says small/`,
	]);
	expect(await packed('small', Buffer.concat([whole, bytes('junk')]))).toEqual([
		`what follows its end: byte ${String(whole.length)} of the zip is not what an export writes there`,
	]);
});

test('a host is reported however its URL is written, and so is the site’s own URL where it should be relative', async () => {
	for (const loaded of [
		"<img src='https://else.test/p.png'>",
		'<img src=https://else.test/p.png>',
		'<IMG SRC="HTTPS://ELSE.TEST/p.png">',
		'<img src="//else.test/p.png">',
		'<img src="\\\\else.test\\p.png">',
		'<img src="https&#58;//else.test/p.png">',
		'<img srcset="a.png 1x, //else.test/p.png 2x">',
		'<link rel="preconnect" href="//else.test">',
		'<p style="background: u\\72l(//else.test/p.png)">x</p>',
		'<svg><g fill="url(//else.test/p.svg#a)"/></svg>',
		'<noscript><img src="//else.test/p.png"></noscript>',
		`<img src="${origin}a.png">`,
	])
		expect((await allFailures(withPage(loaded))).join(), loaded).toMatch(/index\.html: loads \S+/);
	for (const named of [
		'<a href="//else.test/">x</a>',
		'<form action="//else.test/"></form>',
		'<button formaction="//else.test/">x</button>',
		'<a href="ftp://else.test/">x</a>',
		'<a href="javascript:alert(1)">x</a>',
		'<a href="https://news.test.else.test/">x</a>',
		'<a href="https://example.org/">x</a>',
		`<a href="${origin}">x</a>`,
		'wss://else.test/a',
		'Ftp://else.test/a',
		'<script type="application/json">{"a":"\\/\\/else.test"}</script>',
		'<script type="application/json">{"a":"https:\\u002f\\x2felse.test"}</script>',
		'<meta property="og:image" content="//else.test/p.png">',
	])
		expect((await allFailures(withPage(named))).join(), named).toMatch(/index\.html: names \S+/);
	const style = (css: string) => first(received([bundleFile('index.html', page('')), bundleFile('a.css', css)]));
	for (const css of [
		"@import '//else.test/a.css';",
		'a{--b:url(//else.test/p.png)}',
		'a{b:image-set("//else.test/p" 1x)}',
	])
		expect(await style(css), css).toContain('a.css: loads //else.test');
});

test('URLs for other systems may be absolute, and a chart may link to the story', async () => {
	const head = `<link rel="canonical" href="${origin}"><meta property="og:image" content="${origin}a.png"><link rel="alternate" type="application/json+oembed" href="${origin}oembed/ties.json">`;
	expect(
		await allFailures(withPage('<a href="https://creativecommons.org/licenses/by/4.0/">CC BY</a>', POLICY, head)),
	).toEqual([]);
	const led = [bundleFile('index.html', page(`<a href="${origin}#crimea">x</a>`))];
	expect(await allFailures(received(led, { target: 'chart' }))).toEqual([]);
	expect(await first(received(led))).toContain('(a), which must be relative');
	expect(await first(received(led, { target: 'chart', from: built }))).toContain(`names ${origin}`);
	const words = [bundleFile('index.html', page('')), bundleFile('README.txt', 'https://example.org/ties/')];
	expect(await allFailures(received(words))).toEqual([]);
	expect(await first(received([...words, bundleFile('words.txt', 'https://example.org/')]))).toContain(
		'words.txt: names',
	);
});

test('a policy allows what the page uses, and only scripts with its hashes run', async () => {
	const script = 'let a = 1';
	const known = `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`;
	expect(await allFailures(withPage(`<script>${script}</script>`, `${POLICY}; ${known}`))).toEqual([]);
	for (const more of [
		'script-src *',
		'script-src https:',
		"style-src 'unsafe-inline'",
		'img-src blob:',
		'worker-src x',
		"form-action 'self'",
	])
		expect((await allFailures(withPage('', `default-src 'none'; ${more}`))).join(), more).toContain(
			`allows too much: ${more.split(' ')[0] ?? ''}`,
		);
	expect(await first(withPage('', "img-src 'self'"))).toContain('has no default-src');
	expect(await first(withPage('', "default-src 'self'; default-src 'none'"))).toContain("default-src 'self'");
	for (const markup of [
		'<SCRIPT>1</SCRIPT>',
		'<script >1</script>',
		'<script\n>1</script>',
		'<script type="module">1</script >',
	])
		expect((await allFailures(withPage(markup))).join(), markup).toMatch(
			/has no hash for a script|parse this differently/,
		);
	for (const markup of ['<p onclick="a()">x</p>', '<p ONCLICK=a()>x</p>', '<iframe srcdoc="x"></iframe>'])
		expect((await allFailures(withPage(markup))).join(), markup).toContain('has an attribute');
	expect((await allFailures(withPage('', POLICY, '<base href="a/">'))).join()).toContain('href on its base');
	const picture = (inside: string) =>
		first(received([bundleFile('index.html', page('')), bundleFile('a.svg', `<svg>${inside}</svg>`)]));
	for (const inside of ['<script>1</script>', '<g onload="a()"/>'])
		expect(await picture(inside)).toContain('a.svg: has a');
	for (const markup of ['<img/src=//else.test/p>', '<!--><b>x</b><!-- -->', '<!-- --!><b>x</b> -->'])
		expect((await allFailures(withPage(markup))).join(), markup).toContain('may parse this differently');
});

test('text in pictures and PDFs is checked: it may name no host and no local path', async () => {
	const picture = (words: Readonly<Record<string, string>>, type?: string) =>
		first(received([bundleFile('index.html', page('')), bundleFile('a.png', png(1, words, type))]));
	expect(await picture({ Source: `Data 1.0.0, sha256 ${'0'.repeat(64)}`, Copyright: 'CC BY 4.0' })).toBe('');
	expect(await picture({ Source: 'https://else.test/' })).toContain('a.png: names https://else.test/');
	expect(await picture({ Comment: '/home/somebody/a.svg' })).toContain('a.png: holds /home/somebody');
	expect(await picture({ Comment: 'x' }, 'zTXt')).toContain('a.png: has a part zTXt');
	const printed = async (alternative: string) => {
		const metadata = { title: 't', alternative, keywords: 'k', creator: 'c', language: 'en', date: new Date(0) };
		const svg = '<svg width="10" height="10"><path d="M0 0L1 1" fill="#000"/></svg>';
		const file = bundleFile('a.pdf', await pdf(svg, metadata, new Uint8Array()));
		return first(received([bundleFile('index.html', page('')), file]));
	};
	expect(await printed('Ties – a chart, CC BY 4.0')).toBe('');
	expect(await printed('see https://else.test/a')).toContain('a.pdf: names https://else.test/a');
	expect(await printed('– /Users/somebody/a.svg')).toContain('a.pdf: holds /Users/somebody');
});

test.each([
	'/home/somebody/story/',
	'/root/story',
	'/var/www/html',
	'/Volumes/Work/a',
	'C:\\Users\\somebody',
	'file:///srv/story',
	process.cwd(),
])('%s is a place on a disk', async (place) => {
	const words = [bundleFile('index.html', page('')), bundleFile('words.txt', `made in ${place}`)];
	expect((await allFailures(received(words))).join()).toContain('words.txt: holds ');
});

test('an unreadable file is named, and the other checks continue', async () => {
	const files = [
		bundleFile('index.html', page('<a href="%E0%A4%A">x</a><a href="#gone">x</a>')),
		bundleFile('a.json', '{'),
	];
	const failures = (await allFailures(received([...files, bundleFile('a.png', png(1).subarray(0, 50))]))).join('\n');
	for (const named of [
		'index.html: %E0%A4%A is not a valid URL',
		'#gone',
		'a.json: cannot be read',
		'a.png: is not a complete PNG',
	])
		expect(failures).toContain(named);
});
