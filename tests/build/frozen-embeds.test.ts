import { expect, test } from 'vitest';
import { frozenOEmbed, frozenPage } from '#build/frozen-embeds.ts';

test('files of the version are loaded from its folder, others from the current site', () => {
	const page = [
		'<a href="../../#flynn">',
		'<a href="../../evidence/#flynn-call">',
		'<script src="../../_app/immutable/assets/embed.x.js">',
		'<img src="../../charts/ties.light.png">',
		'<link href="../../favicon.svg">',
		'<a href="#table">',
	].join('');
	expect(frozenPage(page, 'abc')).toBe(
		[
			'<a href="../../../../#flynn">',
			'<a href="../../../../evidence/#flynn-call">',
			'<script src="../../_app/immutable/assets/embed.x.js">',
			'<img src="../../charts/ties.light.png">',
			'<link href="../../../../favicon.svg">',
			'<a href="#table">',
		].join(''),
	);
});

test('styles and scripts keep every byte, since the policy has their hashes', () => {
	const inline = `<style>@font-face{src:url(../../_app/a.woff2)}</style><script>const a='../../evidence/'</script>`;
	expect(frozenPage(inline, 'abc')).toBe(inline);
});

test('the line with the date of the data says that the embed is frozen', () => {
	const page = '<span>Data of <time datetime="2026-11-21">21 November 2026</time></span>';
	expect(frozenPage(page, 'abc')).toContain('21 November 2026</time>, kept as they were then</span>');
});

test('the oEmbed answer for a frozen URL leads to the frozen chart', () => {
	const link = '<link rel="alternate" type="application/json+oembed" href="https://news.test/us/oembed/ties.json">';
	expect(frozenPage(link, 'abc')).toContain('href="https://news.test/us/v/abc/oembed/ties.json"');
	const card = (root: string) => `<meta property="og:image" content="${root}share/chart.ties.png">`;
	expect(frozenPage(card('https://news.test/us/'), 'abc')).toBe(card('https://news.test/us/v/abc/'));
	expect(frozenPage(card('../../'), 'abc')).toBe(card('../../'));
	const answer = (provider_url: string) =>
		JSON.stringify({
			provider_url,
			html: `<iframe src="${provider_url}embed/ties/">`,
			thumbnail_url: `${provider_url}charts/t.png`,
		});
	expect(JSON.parse(frozenOEmbed(answer('https://news.test/us/'), 'abc'))).toEqual({
		provider_url: 'https://news.test/us/',
		html: '<iframe src="https://news.test/us/v/abc/embed/ties/">',
		thumbnail_url: 'https://news.test/us/v/abc/charts/t.png',
	});
	expect(JSON.parse(frozenOEmbed(answer('../'), 'abc'))).toEqual({
		...(JSON.parse(answer('../')) as object),
		provider_url: '../../../',
	});
});
