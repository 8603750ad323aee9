import { brotliCompressSync, gzipSync } from 'node:zlib';
import { minify } from 'html-minifier-terser';
import { expect, test } from 'vitest';
import { howChanged } from '#bundles/verify/sums.ts';
import { sha256 } from '#lib/export/hash.ts';

const PAGE = `<!doctype html>
<html>
	<head>
		<title>“Ties”</title>
		<script>one();</script>
	</head>
	<body>
		<p>Words – more words</p>
		<a href="../evidence/#crimea">Crimea</a>
	</body>
</html>
`;
const page = Buffer.from(PAGE);
const listed = { path: 'a/index.html', bytes: page.length, sha256: sha256(page) };
const windows = (text: string) =>
	Buffer.from(text.replaceAll('“', '\x93').replaceAll('”', '\x94').replaceAll('–', '\x96'), 'latin1');
/** The page read as if it were in Windows-1252, in which “ is three letters. */
const misread = PAGE.replaceAll('“', 'â€œ').replaceAll('”', 'â€\x9d').replaceAll('–', 'â€“');
const SCRIPT = '<script src="https://ads.test/a.js" async></script>';

test.each<readonly [string, Uint8Array, string]>([
	['packed', gzipSync(page), 'it is still packed (gzip)'],
	['packed otherwise', brotliCompressSync(page), 'it is still packed (brotli)'],
	['marked', Buffer.concat([Buffer.from('\ufeff'), page]), 'a byte order mark was added before it'],
	['longer by a newline', Buffer.from(`${PAGE}\n`), 'a newline was added at its end'],
	['trimmed', Buffer.from(PAGE.trimEnd()), 'the newline at its end was removed'],
	['with other ends of lines', Buffer.from(PAGE.replaceAll('\n', '\r\n')), 'its lines now end with a carriage return'],
	['in another charset', windows(PAGE), 'it was re-encoded from UTF-8 to Windows-1252'],
	['encoded twice', Buffer.from(misread), 'it was re-encoded: its UTF-8 was taken for Windows-1252'],
	['with an end', Buffer.from(`${PAGE}<!-- cached -->`), 'something was added at its end'],
	['with a beginning', Buffer.from(`<!-- host -->${PAGE}`), 'something was added before it'],
	['with a script', Buffer.from(PAGE.replace('</head>', `${SCRIPT}</head>`)), `a script was inserted: ${SCRIPT}`],
	[
		'with two scripts',
		Buffer.from(PAGE.replace('</body>', `${SCRIPT}\n<script>two();</script>\n</body>`)),
		`a script was inserted: ${SCRIPT} <script>two();</script>`,
	],
	[
		'mirrored',
		Buffer.from(PAGE.replace('evidence/#', 'evidence/index.html#')),
		'its links were converted, as mirrors do',
	],
])('a page that came %s is told from one that is only another', (_, bytes, words) => {
	expect(howChanged(bytes, listed)).toBe(words);
});

test('a page minified by html-minifier-terser is recognised', async () => {
	const small = await minify(PAGE, { collapseWhitespace: true, conservativeCollapse: true });
	expect(howChanged(Buffer.from(small), listed)).toBe('it was minified: white space, or more, was removed');
});

test('no cause is named for other changes', () => {
	expect(howChanged(Buffer.from(PAGE.replace('Words', 'Wards')), listed)).toBe('');
	expect(howChanged(page.subarray(0, -20), { ...listed, path: 'a.png' })).toBe('');
});
