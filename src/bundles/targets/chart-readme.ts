/** The readme of a folder with one chart, for editors and anybody who finds it. */
import { escapeMarkup } from '#lib/model/text.ts';
import type { Snippet } from '#lib/embed/snippets.ts';
import { reservation } from '#lib/export/licence.ts';
import type { ChartId } from '#lib/model/charts.ts';
import { chartCopy } from '#lib/model/chart-copy.ts';
import type { Story } from '#lib/model/story.ts';
import type { BundleFile } from '#bundles/bundle.ts';
import type { Built } from '#bundles/built.ts';

/** What the parts of the folder are for. */
const parts: readonly (readonly [RegExp, string, string])[] = [
	[/^index\.html$/, 'index.html', 'the chart, interactive; whole without scripts, and from a disk'],
	[/^pictures\//, 'pictures/', 'the chart as SVG and PNG, light and dark'],
	[/^data\//, 'data/', 'its data as CSV; datapackage.json explains every column'],
	[/^EMBED\.html$/, 'EMBED.html', 'what to paste where, to show the chart in an article'],
	[/^oembed\.json$/, 'oembed.json', 'the same for programs'],
	[/^LICENSE\.txt$/, 'LICENSE.txt', 'the licences'],
];

/** `README.txt`. */
export function readMe({ story, data, version, origin }: Built, chart: ChartId, files: readonly BundleFile[]): string {
	const { title, description, credit } = chartCopy(story.copy, chart);
	const there = parts.filter(([pattern]) => files.some(({ path }) => pattern.test(path)));
	return [
		title,
		'',
		description,
		'',
		`A chart of “${story.copy.title}”${origin === null ? '' : `, ${origin}`}.`,
		credit,
		'',
		...there.map(([, name, words]) => `${name.padEnd(14)}${words}`),
		`${'MANIFEST.json'.padEnd(14)}every file with its size and hash; "sha256sum -c SHA256SUMS" checks them`,
		'',
		origin === null
			? 'The addresses in oembed.json are seen from this folder: a program needs them whole: put the folder’s address before them.'
			: `The addresses in oembed.json are those of the chart at ${origin}.`,
		'',
		'Put the folder anywhere on any host. It loads nothing from outside, and shares nothing with any other folder:',
		'replace it or take it away as a whole.',
		'',
		`Data ${data.version}, site ${version}. Text and data: CC BY 4.0. Code: MIT.`,
		`Credit: “${story.copy.title}”, CC BY 4.0. ${reservation}`,
		'',
	].join('\n');
}

const part = ({ title, use, code }: Snippet): string =>
	`<h2>${escapeMarkup(title)}</h2>\n<p>${escapeMarkup(use)}</p>\n<pre>${escapeMarkup(code)}</pre>\n`;

/** `EMBED.html`: every snippet, to be copied by hand; it loads and runs nothing. */
export function embedSheet({ copy }: Story, chart: ChartId, snippets: readonly Snippet[]): string {
	const { title } = chartCopy(copy, chart);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'">
<title>To embed: ${escapeMarkup(title)}</title>
</head>
<body>
<h1>To embed: <a href="./index.html">${escapeMarkup(title)}</a></h1>
<p>Put this folder on your host. In what you paste, write the folder’s address in place of <code>https://example.org/${chart}/</code>.</p>
${snippets.map(part).join('')}</body>
</html>
`;
}
