import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf, type Built } from '#bundles/built.ts';
import { sealed } from '#bundles/manifest.ts';
import { targets } from '#bundles/targets.ts';
import { chartsOf } from '#lib/model/charts.ts';
import { anyOf, ownWords } from '#tests/compile/own-words.ts';
import { story as ours } from '#tests/export/compiled.ts';
import { buildOf, checkout } from './other-story.ts';

const made = checkout();
afterAll(() => made.remove());

/** Two harbours and a ferry: other people, sides and years, and two of the charts. All of it is invented. */
let built: Built;
beforeAll(async () => {
	built = await buildOf(made.folder, 'tests/dossier');
}, 600_000);

const TEXT = /\.(?:html|svg|json|jsonld|csv|xml|gexf|graphml|js|css|atom|txt|xlf|md|cff)$/;
const texts = (files: Iterable<readonly [string, Uint8Array]>) =>
	[...files]
		// The licence is the project’s, whatever it tells.
		.filter(([path]) => TEXT.test(path) && !path.endsWith('LICENSE.txt'))
		.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)] as const);

/** Words of other stories in texts, with their places; addresses of standards name years of their own. */
function foreign(files: Iterable<readonly [string, Uint8Array]>): string[] {
	const words = anyOf([...ownWords(ours), 'ambassador']);
	return texts(files).flatMap(([path, text]) => {
		const read = text.replace(/https?:\/\/(?:www\.w3\.org|purl\.org|[\w.]*example[\w.]*)[^\s"'<>]*/g, '');
		return [...new Set(read.match(words) ?? [])].map((word) => `${path}: ${word}`);
	});
}

describe('a story of another kind', () => {
	test('has its pages, and embeds, pictures and addresses of its own charts alone', () => {
		const { files, story } = built;
		expect(chartsOf(story.copy)).toEqual(['ties', 'contacts']);
		const charts = new Set(
			[...files.keys()].flatMap((path) => /^(?:embed|oembed|charts)\/(\w+)[./]/.exec(path)?.[1] ?? []),
		);
		expect([...charts].filter((name) => name !== 'index').sort()).toEqual(['contacts', 'ties']);
		for (const page of ['index', 'evidence/index', 'method/index', 'data/index', 'embed/index', 's/the-ferry/index'])
			expect(textOf(built, `${page}.html`)).toContain('</html>');
		for (const step of ['all-ties', 'the-ferry', 'all-contacts', 'the-dinner']) {
			expect(files.has(`steps/${step}.svg`)).toBe(true);
			expect(files.has(`share/${step}.png`)).toBe(true);
		}
		expect(textOf(built, 'index.html')).toContain('The harbours in five articles, 1903–1911');
		expect(textOf(built, 'embed/index.html')).toContain('Two charts for your own pages');
		expect(textOf(built, 'embed/contacts/index.html')).toMatch(/Ostrander side.*Velliner side/s);
		expect(textOf(built, 'embed.js')).toContain('ferry-figure');
	});

	test('draws its ties on a scale of its own years', () => {
		const chart = textOf(built, 'embed/ties/index.html');
		for (const year of ['1904', '1906', '1908']) expect(chart).toContain(`>${year}</text>`);
	});

	test('hands out its data under its own name', () => {
		const { name, keywords } = JSON.parse(textOf(built, 'data/datapackage.json')) as Record<string, unknown>;
		expect([name, keywords]).toEqual(['ferry-of-two-harbours', ['ferry', 'harbours']]);
		expect(textOf(built, 'data/actors.csv')).toMatch(/^marn,Ilse Marn,.*,person,vel,/m);
		expect(textOf(built, 'data/events.csv')).toContain(',ost-vel,');
	});

	test('says nothing that cannot be computed', () => {
		for (const [path, text] of texts(built.files).filter(([name]) => name.endsWith('.html'))) {
			const said = text.replace(/<(script|style)[^>]*>[^]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ');
			expect(said, path).not.toMatch(/\b(?:NaN|Infinity|undefined|null)\b|\bnone (?:acts|events|records)\b/);
		}
	});

	test('has no word, name, side, article or year of ours in any file', () => {
		expect(foreign(built.files)).toEqual([]);
		const codes = ours.subject.sides.map(({ code }) => code).join('|');
		for (const [path, text] of texts(built.files).filter(([name]) => name.startsWith('data/')))
			expect(text, path).not.toMatch(new RegExp(`["',](?:${codes})["',]`));
	});

	test.each(Object.keys(targets))('is exported as %s, with nothing of ours in it', async (name) => {
		const wishes = { charts: chartsOf(built.story.copy), contact: null };
		const bundles = (await targets[name]?.bundles(built, wishes)) ?? [];
		expect(bundles.length).toBeGreaterThan(0);
		for (const bundle of bundles) {
			expect(bundle.name).toMatch(/^ferry-/);
			const files = sealed(bundle, name, built).map(({ path, bytes }) => [path, bytes] as const);
			expect(foreign(files)).toEqual([]);
		}
	});
});
