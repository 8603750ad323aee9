import { createHash } from 'node:crypto';
import { parse } from 'node-html-parser';
import { describe, expect, test, vi } from 'vitest';
import { chartCopy, chartsOf } from '#lib/model/chart-copy.ts';
import { compile } from '#compile/compile.ts';
import { supportedCharacter } from '#compile/characters.ts';
import { readInput } from '#compile/read.ts';
import { glyphs } from '#lib/charts/accounts/glyphs.ts';
import { answersIn } from '#lib/model/position-words.ts';
import { POSITION_KINDS } from '#lib/model/questions.ts';
import { withText } from '#lib/stills/as-text.ts';
import { card, CARD } from '#lib/stills/card.ts';
import { columnPicture, squarePicture, wholeState } from '#lib/stills/picture.ts';
import { boundingBox, outlined } from '#lib/stills/render.ts';
import {
	cards,
	chartCard,
	OPENING,
	share,
	stepStill,
	still,
	stillFile,
	stillNames,
	stillSize,
	type StillName,
} from '#lib/stills/stills.ts';
import { theme } from '#lib/stills/theme.ts';
import { geometries } from '#lib/story/charts.ts';
import { present } from '#tests/present.ts';

/** Drawing is slow if all cores are busy. */
vi.setConfig({ testTimeout: 60_000 });

const { story } = compile(readInput('.'));
if (!story) throw new Error('The seeds do not compile: run npm run seeds');

const text = ({ bytes }: { readonly bytes: Uint8Array }): string => new TextDecoder().decode(bytes);
const hash = ({ bytes }: { readonly bytes: Uint8Array }): string => createHash('sha256').update(bytes).digest('hex');
/** Width and height from the file's header. */
function header({ bytes }: { readonly bytes: Uint8Array }): number[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	return [view.getUint32(16), view.getUint32(20)];
}
const named = (chart: StillName['chart'], size: StillName['size'], name: StillName['theme'] = 'light') =>
	still(story, { chart, size, theme: name });

test('every chart has its pictures at the addresses that others rely on', () => {
	const files = stillNames(story).map(stillFile);
	expect(new Set(files).size).toBe(4 * 2 * 5);
	for (const chart of ['relations', 'ties', 'contacts', 'accounts'])
		for (const end of [
			'light.svg',
			'dark.svg',
			'light.text.svg',
			'light.png',
			'dark.png',
			'light@2x.png',
			'dark.square.png',
		])
			expect(files).toContain(`${chart}.${end}`);
});

describe.each(['relations', 'ties', 'contacts', 'accounts'] as const)('%s as SVG', (chart) => {
	const drawn = named(chart, null);
	const svg = parse(text(drawn));

	test('is shapes alone: no text to set, no style to resolve, nothing to fetch', () => {
		const names = new Set(svg.querySelectorAll('*').map(({ rawTagName }) => rawTagName));
		expect(
			[...names].filter((name) => !['svg', 'title', 'desc', 'defs', 'clipPath', 'g', 'path'].includes(name)),
		).toEqual([]);
		expect(text(drawn)).not.toMatch(/var\(|class=|style=|href|NaN|undefined|context-/);
	});

	test('has a name and a description, and draws hundreds of letters', () => {
		expect(svg.querySelector('title')?.text).toBe(chartCopy(story.copy, chart).title);
		expect(svg.querySelector('desc')?.text).toBe(chartCopy(story.copy, chart).description);
		expect(text(drawn).match(/z/g)?.length).toBeGreaterThan(300);
	});

	test('is the same from run to run, and another in the dark', () => {
		expect(hash(named(chart, null))).toBe(hash(drawn));
		expect(hash(named(chart, null, 'dark'))).not.toBe(hash(drawn));
	});
});

test('SVGs have ids that no other picture has, and name no others, so that several stand in one page', () => {
	const vectors = stillNames(story)
		.filter(({ size }) => size === null || size === 'text')
		.map((name) => ({ file: stillFile(name), svg: text(still(story, name)) }));
	// The charts have no clip paths at present; the renderer names any.
	const clipped =
		'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><svg width="5" height="5"><text font-size="4" y="4">a</text></svg></svg>';
	const twice = [outlined(clipped), withText({ svg: clipped, width: 9, height: 9 })];
	const ids = [...vectors, ...twice.map((svg) => ({ file: 'clipped', svg }))].flatMap(({ file, svg }) => {
		const own = [...svg.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
		const named = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
		expect([file, named.filter((id) => !own.includes(id))]).toEqual([file, []]);
		return own;
	});
	expect(ids.length).toBeGreaterThanOrEqual(2);
	expect(new Set(ids).size).toBe(ids.length);
});

describe.each(['relations', 'ties', 'contacts', 'accounts'] as const)('%s as SVG with text', (chart) => {
	const drawn = text(named(chart, 'text'));
	const svg = parse(drawn);
	const lines = svg.querySelectorAll('text');

	test('has every line of the drawing as text, set like the outlines, in a named font with others behind it', () => {
		const { svg: source } = columnPicture(chart, { story, geometries: geometries(story), tokens: theme('light') }, 600);
		const words = (of: string) => of.replace(/\s+/g, ' ').trim().split(' ').sort();
		expect(words(lines.map((line) => line.text).join(' '))).toEqual(
			words(
				parse(source.replace(/<tspan x=/g, ' $&'))
					.querySelectorAll('text')
					.map((line) => line.text)
					.join(' '),
			),
		);
		expect(drawn).toMatch(/^<svg[^>]* font-family="'Source Sans 3',[^"]+,sans-serif"/);
		expect(drawn).not.toMatch(/%|NaN|undefined|var\(|class=|style=|href/);
		// As in the outlined one, with our fonts: letters differ by less than a pixel.
		const [one, other] = [drawn, text(named(chart, null))].map((each) => boundingBox(each));
		expect(Math.abs((one?.right ?? 0) - (other?.right ?? NaN))).toBeLessThan(1);
		expect(Math.abs((one?.bottom ?? 0) - (other?.bottom ?? NaN))).toBeLessThan(1);
	});

	test('has a name and a description, is a tenth of the outlined one, and the same from run to run', () => {
		expect(svg.querySelector('title')?.text).toBe(chartCopy(story.copy, chart).title);
		expect(svg.querySelector('desc')?.text).toBe(chartCopy(story.copy, chart).description);
		expect(drawn.length).toBeLessThan(text(named(chart, null)).length / 10);
		expect(text(named(chart, 'text'))).toBe(drawn);
	});

	test('has no letter that the font of the pictures lacks', () => {
		const steps = story.copy.chapters.flatMap((chapter) => chapter.steps).filter((step) => step.chart === chart);
		const pictures = [drawn, ...steps.map((step) => text(stepStill(story, step)))];
		const texts = pictures.flatMap((each) => parse(each).querySelectorAll('text'));
		const strange = texts
			.map((line) => line.text)
			.filter((line) => ![...line].every((letter) => supportedCharacter.test(letter)));
		expect(strange).toEqual([]);
	});
});

test('the whole grid shows a sign for every answer, and a dash for every silence', () => {
	const { svg } = columnPicture('accounts', { story, geometries: geometries(story), tokens: theme('light') }, 600);
	const kinds = story.positions.flatMap(answersIn);
	for (const kind of POSITION_KINDS) {
		const answers = kinds.filter((one) => one === kind);
		// The legend has each once.
		expect([kind, svg.split(` d="${glyphs[kind]}"`).length - 1]).toEqual([kind, answers.length + 1]);
	}
});

test('a space at the start of a span behind bare words is drawn', () => {
	const wide = (words: string) => boundingBox(`<text y="20" font-size="12">${words}</text>`).right;
	expect(wide('force<tspan> −10</tspan>')).toBe(wide('force −10'));
});

test('pixels are the same from run to run, and as many as promised', () => {
	const [one, other] = [named('contacts', 'column'), named('contacts', 'column')];
	expect(hash(one)).toBe(hash(other));
	expect(header(one)).toEqual([one.width, one.height]);
	expect(stillSize(story, 'contacts', 'column')).toEqual({ width: one.width, height: one.height });
	expect(one.width).toBe(1200);
	const double = named('ties', 'double');
	expect(header(double)).toEqual([2400, double.height]);
	expect(stillSize(story, 'ties', 'double')).toEqual({ width: double.width, height: double.height });
	expect(header(named('relations', 'square', 'dark'))).toEqual([1200, 1200]);
});

test('the story, its charts and each of its steps have a card that is the same from run to run', () => {
	const all = cards(story);
	const steps = story.copy.chapters.flatMap((chapter) => chapter.steps);
	const ids = steps.flatMap(({ id, formerly }) => [id, ...formerly]);
	expect([...all.keys()]).toEqual([OPENING, ...chartsOf(story.copy).map(chartCard), ...ids]);
	const words = present(all.get('crimea'));
	expect(words.finding).toBe(steps.find(({ id }) => id === 'crimea')?.heading);
	expect(header(share(story, words))).toEqual([1200, 630]);
	expect(hash(share(story, words))).toBe(hash(share(story, words)));
});

test('nothing on a card or in a square lies outside it, and every card has its finding and its credit', () => {
	const input = { story, geometries: geometries(story), tokens: theme('light') };
	for (const words of cards(story).values()) {
		const { svg } = card(words, input);
		const { right, bottom } = boundingBox(svg);
		expect([words.finding, right <= CARD.width, bottom <= CARD.height]).toEqual([words.finding, true, true]);
		const cardText = parse(svg)
			.querySelectorAll('text')
			.map((each) => each.text)
			.join(' ');
		expect(cardText).toContain(words.finding);
		expect(cardText).toContain(chartCopy(story.copy, words.chart).credit);
		expect(cardText).toContain('Sources: ');
	}
	for (const chart of ['relations', 'accounts'] as const) {
		const { svg, width } = squarePicture(chart, input);
		// Coordinates are rounded in a still.
		expect(boundingBox(svg).right).toBeLessThanOrEqual(width + 0.001);
	}
});

test('a finding without end is refused, not cut', () => {
	const input = { story, geometries: geometries(story), tokens: theme('light') };
	const words = { kicker: '', chart: 'ties', state: wholeState(story, 'ties') } as const;
	expect(() => card({ ...words, finding: 'a very long finding '.repeat(30) }, input)).toThrow('too long for a card');
});
