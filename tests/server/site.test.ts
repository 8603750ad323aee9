import { expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import { readInput } from '#compile/read.ts';
import { present } from '#tests/present.ts';
import { canonicalLink, leadsTo, siteAddress } from '#lib/server/site.ts';

test('a web address gets a slash at its end; without one the result is null', () => {
	expect(siteAddress('https://example.org/a')).toBe('https://example.org/a/');
	expect(siteAddress('https://example.org')).toBe('https://example.org/');
	expect(siteAddress(' ')).toBeNull();
});

test.each(['example.org', '/a/', 'ftp://example.org/', 'https://example.org/?a', 'https://example.org/#b', 'x'])(
	'%s is refused, with what to write instead',
	(address) => expect(() => siteAddress(address)).toThrow('write the site'),
);

test('every page has one address among machines where the site’s is known, but for those that only lead on', () => {
	const site = 'https://example.org/story/';
	expect(canonicalLink('/evidence/', site)).toBe('<link rel="canonical" href="https://example.org/story/evidence/" />');
	expect(canonicalLink('/', site)).toContain('"https://example.org/story/"');
	expect(canonicalLink('/s/crimea/', site)).toBe('');
	expect(canonicalLink('/evidence/', null)).toBe('');
});

test('a former path leads to its current one, any other to itself', () => {
	const story = present(compile(readInput('tests/dossier')).story);
	const led = [
		'/how-it-was-read/',
		'/about/the-ferry/',
		'/embed/letters/',
		'/embed/ties/',
		'/method/',
		'/constructor/',
	];
	expect(led.map((path) => leadsTo(path, story))).toEqual([
		...['/method/', '/', '/embed/contacts/', '/embed/ties/', '/method/', '/constructor/'],
	]);
});
