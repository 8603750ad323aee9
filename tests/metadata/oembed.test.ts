import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { oEmbed, storyOEmbed } from '#lib/metadata/oembed.ts';
import type { Story } from '#lib/model/story.ts';
import { present } from '#tests/present.ts';

const publisher = (name: string, url: string): Pick<Story, 'copy' | 'newsroom'> =>
	({
		copy: { title: 'An invented story' },
		newsroom: { publisher: { name, url } },
	}) as Pick<Story, 'copy' | 'newsroom'>;
const place = { root: 'https://example.org/a/', height: 900, thumbnail: { width: 1200, height: 1220 } };
const chart = { id: 'ties', title: 'What "they" built & <cut>' } as const;

test('a chart is a rich object of the standard, with a picture, and absolute where the site is known', () => {
	expect(oEmbed(chart, publisher('', ''), place)).toMatchObject({
		...{ version: '1.0', type: 'rich', title: chart.title, width: 600, height: 900 },
		provider_name: 'An invented story',
		provider_url: 'https://example.org/a/',
		thumbnail_url: 'https://example.org/a/charts/ties.light.png',
		thumbnail_width: 1200,
		thumbnail_height: 1220,
	});
});

test('the story is a picture of the standard: its card, with its title', () => {
	const card = { id: 'opening', width: 1200, height: 630 };
	expect(storyOEmbed(publisher('The Desk', ''), { root: place.root, card })).toEqual({
		...{ version: '1.0', type: 'photo', title: 'An invented story', author_name: 'The Desk' },
		...{ provider_name: 'An invented story', provider_url: place.root, cache_age: 86_400 },
		...{ url: 'https://example.org/a/share/opening.png', width: 600, height: 315 },
	});
});

test('a newsroom that gives its name is the author, and one that does not is not invented', () => {
	expect(oEmbed(chart, publisher('The Desk', 'https://desk.example/'), place)).toMatchObject({
		author_name: 'The Desk',
		author_url: 'https://desk.example/',
	});
	expect(oEmbed(chart, publisher('', ''), place)).not.toHaveProperty('author_name');
});

test('the frame is empty, and titles cannot break out of its attributes', () => {
	const { html } = oEmbed(chart, publisher('', ''), { ...place, height: 1600 });
	const all = parse(html).querySelectorAll('*');
	expect(all).toHaveLength(1);
	const frame = present(all[0]);
	expect(frame.getAttribute('title')).toBe(`Interactive chart: ${chart.title}`);
	expect(frame.getAttribute('src')).toBe('https://example.org/a/embed/ties/');
	expect(frame.innerHTML).toBe('');
});

test('a quotation before the frame has WordPress listen for the height, unless the chart is higher than it lets a frame be', () => {
	const { html } = oEmbed(chart, publisher('', ''), place);
	const quotation =
		'<blockquote hidden><a href="https://example.org/a/embed/ties/">What &quot;they&quot; built &amp; &lt;cut&gt;</a></blockquote>';
	expect(html.slice(0, html.indexOf('<iframe'))).toBe(quotation);
	expect(oEmbed(chart, publisher('', ''), { ...place, height: 1600 }).html).toMatch(/^<iframe /);
});
