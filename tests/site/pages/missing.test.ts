/** The 404 page, as a crawler reads it. */
import { readFileSync } from 'node:fs';
import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';

test('the 404 page has no relative URL, which a crawler would follow deeper', () => {
	const page = parse(readFileSync('build/404.html', 'utf8'));
	const followed = page
		.querySelectorAll('[href], [src]')
		.flatMap((element) => [element.getAttribute('href'), element.getAttribute('src')])
		.filter((address) => address !== undefined);
	expect(followed.filter((address) => !/^(?:\.\/|#.*)$/.test(address))).toEqual([]);
});
