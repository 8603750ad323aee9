import fc from 'fast-check';
import { parse, type HTMLElement } from 'node-html-parser';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import type { Addresses, EmbeddedChart } from '#lib/embed/embedded-chart.ts';
import { parseOptions } from '#lib/embed/options.ts';
import { SANDBOX, snippets, type SnippetKind } from '#lib/embed/snippets.ts';

const chart: EmbeddedChart = {
	id: 'contacts',
	title: 'Many lines, one “man” & few settled',
	description: 'A network of contacts.',
	credit: 'Contacts reported in five articles.',
	element: 'ambassador-chart',
	story: 'Home',
	section: 'chapter-contacts',
	height: 900,
	least: 800,
	picture: { width: 1200, height: 760 },
	steps: [{ id: 'flynn', heading: 'Flynn called', description: 'The contacts with Flynn are in focus.' }],
};

const live: Addresses = {
	site: 'https://news.test/story/',
	edition: 'https://news.test/story/',
	version: 'https://news.test/story/v/abc/',
	integrity: 'sha384-x',
};

const codes = (query = '', addresses = live, of = chart) =>
	Object.fromEntries(snippets(of, parseOptions(query), addresses).map(({ kind, code }) => [kind, code])) as Record<
		SnippetKind,
		string
	>;

const markup: readonly SnippetKind[] = ['frame', 'figure', 'element', 'wordpress', 'amp', 'picture', 'email'];

const first = (code: string, selector: string): HTMLElement => {
	const found = parse(code).querySelector(selector);
	if (!found) throw new Error(`no ${selector} in ${code}`);
	return found;
};

test('every frame has a title, a height, lazy loading, a colour scheme, no referrer and the narrowest sandbox', () => {
	const all = codes();
	for (const kind of ['frame', 'figure', 'wordpress'] as const) {
		expect(first(all[kind], 'iframe').attributes, kind).toMatchObject({
			src: 'https://news.test/story/embed/contacts/',
			title: 'Interactive chart: Many lines, one “man” & few settled',
			width: '100%',
			height: '900',
			loading: 'lazy',
			referrerpolicy: 'no-referrer',
			sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
		});
		expect(first(all[kind], 'iframe').getAttribute('style')).toContain('color-scheme: light dark');
		expect(first(all[kind], 'iframe').innerHTML, 'WordPress keeps only an empty frame').toBe('');
	}
	expect(first(all.amp, 'amp-iframe').attributes).toMatchObject({ height: '900', sandbox: SANDBOX, resizable: '' });
	expect(first(all.element, 'ambassador-chart').attributes).toMatchObject({ chart: 'contacts', theme: 'auto' });
});

test('every picture has an alternative text, loads lazily, and has the size of a column without its style', () => {
	for (const kind of ['figure', 'element', 'picture', 'email'] as const) {
		const { alt, loading, width, height } = first(codes()[kind], 'img').attributes;
		expect(alt, kind).toBe('Many lines, one “man” & few settled. A network of contacts.');
		if (kind === 'email') expect([loading, width]).toEqual([undefined, '600']);
		else if (kind === 'figure')
			expect([loading, width, height], 'below its frame by style alone').toEqual(['lazy', '1', '1']);
		else expect([loading, width, height], kind).toEqual(['lazy', '560', '355']);
	}
});

test('words of ours keep their language and its direction on any page', () => {
	for (const kind of markup)
		for (const words of parse(codes()[kind]).querySelectorAll('p, figcaption, ambassador-chart'))
			expect(words.closest('[lang=en][dir=ltr]'), `${kind}: ${words.outerHTML}`).not.toBeNull();
});

test('the element names its site in live and frozen snippets: of two scripts on a page the first decides', () => {
	for (const addresses of [live, { ...live, edition: live.version }])
		expect(first(codes('', addresses).element, 'ambassador-chart').getAttribute('site')).toBe(addresses.edition);
});

test('in a visual editor that shows no frame, text and a link are left', () => {
	for (const kind of markup) {
		const tree = parse(codes()[kind], { comment: false });
		for (const gone of tree.querySelectorAll('iframe, script, amp-iframe')) gone.remove();
		expect(tree.textContent, kind).toContain('Many lines, one “man” & few settled');
		expect(tree.textContent, kind).toContain('Contacts reported in five articles. From “Home”, CC BY 4.0.');
		const links = tree.querySelectorAll('a').map((link) => link.getAttribute('href'));
		expect(new Set(links), kind).toEqual(new Set(['https://news.test/story/#chapter-contacts']));
	}
});

test('a chosen theme sets address, colour scheme and picture alike', () => {
	const dark = codes('?theme=dark');
	expect(first(dark.frame, 'iframe').getAttribute('src')).toBe('https://news.test/story/embed/contacts/?theme=dark');
	expect(first(dark.frame, 'iframe').getAttribute('style')).toMatch(/color-scheme: dark$/);
	expect(first(dark.picture, 'img').getAttribute('src')).toContain('contacts.dark.png');
	expect(parse(dark.picture).querySelector('source')).toBeNull();
	expect(first(codes().picture, 'source').attributes).toMatchObject({ media: '(prefers-color-scheme: dark)' });
});

test('the address to be looked up has no options: oEmbed files cannot tell queries apart', () => {
	expect(codes('?theme=dark&step=flynn').address).toBe('https://news.test/story/embed/contacts/');
});

test('a chosen step is in the title, the link, the frame and the picture with its words', () => {
	const at = codes('?step=flynn&header=0');
	expect(first(at.frame, 'iframe').attributes['title']).toContain('Flynn called');
	expect(first(at.frame, 'iframe').attributes['src']).toMatch(/\?step=flynn&header=0$/);
	expect(first(at.picture, 'a').attributes['href']).toBe('https://news.test/story/#flynn');
	expect(first(at.picture, 'img').attributes).toMatchObject({
		src: 'https://news.test/story/share/flynn.png',
		alt: `${chart.title}. The contacts with Flynn are in focus.`,
		width: '560',
		height: '294',
	});
	expect(first(at.element, 'ambassador-chart').attributes).toMatchObject({ step: 'flynn', header: '0' });
});

test('a frozen embed and its pictures are in the version’s folder; the link leads to the current story', () => {
	const frozen = codes('', { ...live, edition: live.version });
	for (const kind of markup) {
		const addresses = [...frozen[kind].matchAll(/https:[^\s")]+/g)].map(([address]) => address);
		for (const address of addresses) {
			if (address !== 'https://news.test/story/#chapter-contacts')
				expect(address, kind).toContain('https://news.test/story/v/abc/');
		}
	}
});

test('the script with an integrity hash is always the version’s, because that file never changes', () => {
	expect(first(codes().element, 'script').attributes).toMatchObject({
		src: 'https://news.test/story/v/abc/embed.js',
		integrity: 'sha384-x',
		crossorigin: 'anonymous',
	});
	expect(first(codes().element, 'ambassador-chart').attributes).toMatchObject({ site: 'https://news.test/story/' });
});

test('Markdown has one picture with alternative text and one link, whatever signs the words have', () => {
	const code = codes('', live, { ...chart, title: 'A [list] of *stars*_' }).markdown;
	expect(code).toContain('![A \\[list\\] of \\*stars\\*\\_. A network of contacts.](');
	expect(code).toContain('\n\n[A \\[list\\] of \\*stars\\*\\_](https://news.test/story/#chapter-contacts).');
});

test('hostile words change no tag and no attribute of any snippet', () => {
	const shape = (code: string) =>
		parse(code, { comment: true })
			.querySelectorAll('*')
			.map((element) => [element.tagName, ...Object.keys(element.attributes)]);
	const words = fc.oneof(
		fc.string(),
		fc.constantFrom('"><script>alert(1)</script>', '--><b>', '</a></figure>', "' onload='x", '&quot;&lt;', '`'),
	);
	fc.assert(
		fc.property(words, words, words, (title, description, credit) => {
			const hostile = codes('?step=flynn', live, { ...chart, title, description, credit });
			const harmless = codes('?step=flynn');
			for (const kind of markup) expect(shape(hostile[kind]), kind).toEqual(shape(harmless[kind]));
		}),
		{ seed: 4, numRuns: 200 },
	);
});

test('every snippet of markup is well-formed XML, too', () => {
	for (const query of ['', '?theme=dark&step=flynn&header=0'])
		for (const kind of markup) {
			const faults: string[] = [];
			const parser = new SaxesParser();
			parser.on('error', ({ message }) => faults.push(message));
			parser.write(`<body>${codes(query)[kind]}</body>`).close();
			expect(faults, kind).toEqual([]);
		}
});

test('the element is one line without a block, which editors that add paragraphs do not split', () => {
	const { element } = codes();
	expect(element).not.toContain('\n');
	expect(parse(element).querySelectorAll('div, p, figure, table')).toEqual([]);
});
