import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { differences, type Exported } from '#bundles/compare/diff.ts';
import { chunksOf } from '#bundles/formats/png.ts';
import { png } from '#tests/bundles/png.ts';
import { built } from '#tests/bundles/fixtures.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const svg = (of: string, shape: string): Uint8Array =>
	bytes(`<svg><desc>Ties</desc>\n<metadata>Data 1.0.0, sha256 ${of}. CC BY 4.0</metadata><path d="${shape}"/></svg>`);

/** An export with a picture of each kind. */
const exported = (of: string, colour: number, shape = 'M0 0'): Exported =>
	new Map([
		['site/data/story.json', bytes(JSON.stringify(built.story))],
		['site/charts/ties.light.png', png(colour, { Source: of })],
		['site/charts/ties.light.svg', svg(of, shape)],
		['site/share/crimea.png', png(colour, { Source: of, Copyright: 'CC BY 4.0' })],
	]);

const pictures = (before: Exported, now: Exported) => differences(before, now, ['old', 'new']).pictures;

test('a picture that looks the same counts as the same, whichever data version its file names', () => {
	expect(pictures(exported('a', 1), exported('b', 1))).toEqual([]);
	expect(pictures(exported('a', 1), exported('b', 1, 'M1 1'))).toEqual([
		'The still pictures of the chart ties: changed.',
	]);
	expect(pictures(exported('a', 1), exported('b', 2))).toEqual([
		'The sharing card of the step crimea: changed.',
		'The still pictures of the chart ties: changed.',
	]);
});

test('an archive, without compressed copies, has the same pictures as the site', () => {
	const archive = exported('a', 1);
	const site = [...archive].flatMap(([path, content]): [string, Uint8Array][] => [
		[path.replace('site/', ''), content],
		[`${path.replace('site/', '')}.gz`, gzipSync(content)],
	]);
	expect(pictures(new Map(site), archive)).toEqual([]);
});

test('an export without a story, or with a broken one, is named', () => {
	expect(() => pictures(new Map(), exported('a', 1))).toThrow('old has no data/story.json');
	const broken = new Map([['data/story.json', bytes('{')]]);
	expect(() => pictures(exported('a', 1), broken)).toThrow('new: data/story.json is not JSON');
});

test('an incomplete PNG is rejected', () => {
	const whole = png(1, { Source: 'a' });
	expect(chunksOf(whole)?.map(({ type }) => type)).toEqual(['IHDR', 'tEXt', 'IDAT', 'IEND']);
	const flipped = Uint8Array.from(whole, (byte, at) => (at === 40 ? byte ^ 1 : byte));
	for (const broken of [
		flipped,
		whole.subarray(0, -1),
		whole.subarray(0, 40),
		Buffer.concat([whole, bytes('more')]),
		bytes('text'),
	])
		expect(chunksOf(broken)).toBeNull();
});
