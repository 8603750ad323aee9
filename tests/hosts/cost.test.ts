import { expect, test } from 'vitest';
import { costs } from '#hosts/traffic.ts';

const bytes = (length: number): Uint8Array => new Uint8Array(length);
const html = (text: string): Uint8Array => new TextEncoder().encode(text);
const asking = html(
	'<link rel="preload" href="./_app/immutable/a.woff2"><script src="./_app/immutable/b.js"></script>',
);

test('counts what a reader is sent: compressed where there is a compressed copy, hashed files once', () => {
	const site = new Map([
		['index.html', asking],
		['index.html.br', bytes(500)],
		['_app/immutable/a.woff2', bytes(2_000)],
		['_app/immutable/b.js', bytes(900)],
		['_app/immutable/b.js.br', bytes(400)],
		['embed/ties/index.html', html('<p>ties')],
		['embed/ties/index.html.br', bytes(70)],
	]);
	expect(costs(site).split('\n')).toEqual([
		'| | requests | bytes | a million of them |',
		'| --- | ---: | ---: | --- |',
		'| the story, for the first time | 3 | 2,900 | 3,000,000 requests, 2.9 GB |',
		'| the story again, nothing changed | 1 | 0 | 1,000,000 requests, 0 GB |',
		'| the story again, a new one published | 1 | 500 | 1,000,000 requests, 0.5 GB |',
		'| the chart `ties`, framed | 1 | 70 | 1,000,000 requests, 0.1 GB |',
		'',
		`The site is 4 files of ${(asking.length + 2_907).toLocaleString('en')} bytes without their compressed copies; of these,`,
		'2 files and 2,900 bytes are kept by caches for ever, because their names change with them.',
		'',
	]);
});

test('refuses to count a page whose files are not there', () => {
	expect(() => costs(new Map([['index.html', asking]]))).toThrow(
		'index.html asks for what is not there: _app/immutable/a.woff2',
	);
	expect(() => costs(new Map())).toThrow('index.html is not among the files');
});
