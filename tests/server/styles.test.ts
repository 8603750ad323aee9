import { expect, test } from 'vitest';
import { quotedHash } from '#lib/export/hash.ts';
import { withOwnStyle } from '#lib/server/styles.ts';

/** A page as Kit writes it: its own style sheet, then those that it shares, each with a line end. */
const page = (css: string): string =>
	`<meta http-equiv="content-security-policy" content="style-src ${quotedHash(css)}"><style>${css}</style>`;

test('a page’s own style sheet comes after the shared ones, without white space at its ends', () => {
	const css = 'h1{color:red}\n\nh1{color:blue}\n\np{margin:0}\n';
	expect(withOwnStyle(page(css), '/data/')).toBe(page('h1{color:blue}\np{margin:0}\nh1{color:red}'));
});

test.each([
	['/', '_app/immutable/assets/a.1.woff2'],
	['/404', '_app/immutable/assets/a.1.woff2'],
	['/evidence/flynn/', '../../_app/immutable/assets/a.1.woff2'],
])('a style sheet in the page %s names a file by its address from there', (path, address) => {
	const css = 'p{margin:0}\n\n@font-face{src:url(./a.1.woff2)}\n';
	expect(withOwnStyle(page(css), path)).toBe(page(`@font-face{src:url(${address})}\np{margin:0}`));
});
