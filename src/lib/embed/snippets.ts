/** The snippets for editors: one chart with its options, in the form that each kind of CMS accepts. */
import { parts, type Addresses, type EmbeddedChart, type Parts } from './embedded-chart.ts';
import { open, escapeMarkdown } from './markup.ts';
import type { EmbedOptions } from './options.ts';

export type SnippetKind =
	'address' | 'frame' | 'figure' | 'element' | 'wordpress' | 'amp' | 'picture' | 'markdown' | 'email';

export interface Snippet {
	readonly kind: SnippetKind;
	readonly title: string;
	/** Which CMSs accept it, and what readers get. */
	readonly use: string;
	readonly code: string;
}

/** Allows scripts, for the height, and new windows outside the sandbox, for links to the evidence. Nothing else. */
export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

/** An empty frame, which is all that some CMSs keep. It also works without its `style`. */
const frame = (chart: EmbeddedChart, { frame, title, scheme }: Parts, style = ''): string =>
	`${open('iframe', {
		src: frame,
		title: `Interactive chart: ${title}`,
		width: '100%',
		height: String(chart.height),
		loading: 'lazy',
		referrerpolicy: 'no-referrer',
		sandbox: SANDBOX,
		frameborder: '0',
		style: `border: 0; color-scheme: ${scheme}${style}`,
	})}</iframe>`;

/** Our words keep their language and direction on any page. */
const OURS = { lang: 'en', dir: 'ltr' } as const;

/** Pixels of a column of text, less the default margins of a figure: the size of a picture that has lost its style. */
const COLUMN = 560;

/** The sides of a picture in a column. */
const inColumn = ({ width, height }: Parts['sharedSize']) => ({
	width: String(COLUMN),
	height: String(Math.round((COLUMN * height) / width)),
});

/** As wide as its container, but no wider than it is sharp. */
const FILLING = 'display: block; width: 100%; max-width: 1200px; height: auto';

/** The still picture, in both themes if the options leave the theme to the reader. */
function picture(
	{ still, first, hasDark, shared, sharedWords, sharedSize }: Parts,
	{ width, height } = inColumn(sharedSize),
	style = FILLING,
): string {
	const own = shared === still(first);
	const sizes = (theme: 'light' | 'dark') => `${still(theme)} 1200w, ${still(theme, '@2x')} 2400w`;
	const widths = 'min(100vw, 1200px)';
	const image = open('img', {
		src: shared,
		srcset: own ? sizes(first) : null,
		sizes: own ? widths : null,
		alt: sharedWords,
		...{ width, height },
		loading: 'lazy',
		decoding: 'async',
		referrerpolicy: 'no-referrer',
		style,
	});
	if (!hasDark) return image;
	const dark = open('source', { media: '(prefers-color-scheme: dark)', srcset: sizes('dark'), sizes: widths });
	return `<picture>${dark}${image}</picture>`;
}

const inFigure = (...lines: readonly string[]): string =>
	[open('figure', { ...OURS, style: 'margin: 0' }), ...lines.map((line) => `  ${line}`), '</figure>'].join('\n');

/**
 * The picture lies below the frame: it shows until the chart has loaded, and if the frame is removed. Its size is in its
 * style only, so that it does not stand beside the chart where a CMS removes styles but not frames.
 */
function figure(chart: EmbeddedChart, its: Parts): string {
	const still = picture(
		its,
		{ width: '1', height: '1' },
		`display: block; width: auto; height: auto; max-width: 100%; max-height: ${chart.least}px`,
	);
	return inFigure(
		'<div style="display: grid; align-items: start">',
		`  ${open('a', { href: its.story, style: 'grid-area: 1 / 1' })}${still}</a>`,
		`  ${frame(chart, its, '; grid-area: 1 / 1; position: relative; min-height: 100%')}`,
		'</div>',
		`<figcaption>${its.link}</figcaption>`,
	);
}

/** The element, with words that show until its frame has loaded, or if the script may not run. */
function element(chart: EmbeddedChart, options: EmbedOptions, addresses: Addresses, its: Parts): string {
	const tag = open(chart.element, {
		chart: chart.id,
		// Always set: the script takes its own site for that of the charts, and of two scripts on a page the first
		// decides.
		site: addresses.edition,
		theme: options.theme,
		step: options.step,
		focus: options.focus,
		header: options.header ? null : '0',
		motion: options.motion ? null : '0',
		bg: options.background === 'transparent' ? 'transparent' : null,
		title: `Interactive chart: ${its.title}`,
		...OURS,
	});
	const script = open('script', {
		src: `${addresses.version}embed.js`,
		integrity: addresses.integrity,
		crossorigin: 'anonymous',
		referrerpolicy: 'no-referrer',
		async: '',
	});
	// On one line, without blocks: WordPress's classic editor makes paragraphs of lines, and of what stands beside a
	// block.
	return [
		tag,
		open('span', { style: `display: block; min-height: ${chart.least}px` }),
		`${open('a', { href: its.story })}${picture(its)}</a> <span>${its.link}</span></span>`,
		`</${chart.element}>${script}</script>`,
	].join('');
}

const wordpress = (chart: EmbeddedChart, its: Parts): string =>
	['<!-- wp:html -->', inFigure(frame(chart, its), `<figcaption>${its.link}</figcaption>`), '<!-- /wp:html -->'].join(
		'\n',
	);

function amp(chart: EmbeddedChart, { frame, title, scheme, still, first, sharedWords, link }: Parts): string {
	const show = 'Show the whole chart';
	return [
		open('amp-iframe', {
			src: frame,
			title: `Interactive chart: ${title}`,
			layout: 'fixed-height',
			width: 'auto',
			height: String(chart.height),
			sandbox: SANDBOX,
			referrerpolicy: 'no-referrer',
			frameborder: '0',
			resizable: '',
			style: `color-scheme: ${scheme}`,
		}),
		`  ${open('amp-img', { layout: 'fill', src: still(first), alt: sharedWords, placeholder: '' })}</amp-img>`,
		`  ${open('div', { overflow: '', tabindex: '0', role: 'button', 'aria-label': show })}${show}</div>`,
		'</amp-iframe>',
		`${open('p', OURS)}${link}</p>`,
	].join('\n');
}

function email({ story, shared, sharedWords, link }: Parts): string {
	const image = open('img', {
		src: shared,
		alt: sharedWords,
		width: '600',
		border: '0',
		style: 'display: block; width: 100%; max-width: 600px; height: auto',
	});
	return [
		'<table lang="en" dir="ltr" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td>',
		`  ${open('a', { href: story })}${image}</a>`,
		`  <p>${link}</p>`,
		'</td></tr></table>',
	].join('\n');
}

/**
 * Every snippet for a chart in the state of the options, the simplest first. An unknown step is left to the embed, which
 * ignores it. All texts are escaped; pasted unchanged, the snippets request nothing from hosts other than those of the
 * addresses.
 */
export function snippets(chart: EmbeddedChart, options: EmbedOptions, addresses: Addresses): readonly Snippet[] {
	const its = parts(chart, options, addresses);
	return [
		{
			kind: 'address',
			title: 'Address',
			use: 'On a line of its own, for a CMS that supports oEmbed: WordPress, Ghost, Drupal, Medium. Theme and step are lost: for these use another snippet.',
			code: `${addresses.edition}embed/${chart.id}/`,
		},
		{
			kind: 'frame',
			title: 'Frame',
			use: 'For any CMS that accepts HTML. It resizes itself if your page has a listener (see the checklist); otherwise a sufficient height is reserved. If a reader prints the page before scrolling to it, it is blank: for print use the figure.',
			code: `${frame(chart, its)}\n${open('p', OURS)}${its.link}</p>`,
		},
		{
			kind: 'figure',
			title: 'Figure with picture and caption',
			use: 'For a CMS that strips frames but keeps styles, and for print: the picture stays.',
			code: figure(chart, its),
		},
		{
			kind: 'element',
			title: 'Web component',
			use: 'For pages to which you can add a script. The height always fits; until the script has loaded, and without it, the picture is shown.',
			code: element(chart, options, addresses, its),
		},
		{
			kind: 'wordpress',
			title: 'WordPress',
			use: 'For the code editor or a Custom HTML block, if oEmbed does not work. Authors paste the address instead: WordPress strips frames from their posts.',
			code: wordpress(chart, its),
		},
		{
			kind: 'amp',
			title: 'AMP',
			use: 'For AMP pages, with AMP’s own amp-iframe script in their head.',
			code: amp(chart, its),
		},
		{
			kind: 'picture',
			title: 'Still picture',
			use: 'For a CMS that allows no frames: light and dark, two sizes, with alternative text.',
			code: inFigure(`${open('a', { href: its.story })}${picture(its)}</a>`, `<figcaption>${its.link}</figcaption>`),
		},
		{
			kind: 'markdown',
			title: 'Markdown',
			use: 'For documents, read-mes and static sites.',
			code: `[![${escapeMarkdown(its.sharedWords)}](${its.shared})](${its.story})\n\n[${escapeMarkdown(its.title)}](${its.story}). ${escapeMarkdown(its.credit)}`,
		},
		{
			kind: 'email',
			title: 'E-mail',
			use: 'For newsletters: a picture with a link, as HTML e-mail.',
			code: email(its),
		},
	];
}
