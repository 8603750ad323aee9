/**
 * What CMSs keep of each snippet. Reviewed by hand: `tests/browser/embed/systems.test.ts` and `wordpress.test.ts` paste
 * each snippet into the system itself, look at the result in a browser, and compare it with this table.
 */
import type { SnippetKind } from '#lib/embed/snippets.ts';

/** The snippets that are pasted as text; the others are for one system each. */
export const PASTED = [
	'frame',
	'figure',
	'element',
	'picture',
	'markdown',
	'email',
] as const satisfies readonly SnippetKind[];

/** What readers see: the chart, the picture in its place, both, the words with their link, the code itself; or nothing. */
export type Left = 'chart' | 'picture' | 'both' | 'words' | 'code' | 'nothing';

export interface System {
	readonly name: string;
	/** The version of the program or library that was tested. */
	readonly version: string;
	readonly leaves: Readonly<Record<(typeof PASTED)[number], Left>>;
}

const system = (name: string, version: string, ...left: readonly Left[]): System => ({
	...{ name, version },
	leaves: Object.fromEntries(PASTED.map((kind, at) => [kind, left[at]])) as System['leaves'],
});

export const SYSTEMS: readonly System[] = [
	system('WordPress by an author', '6.1.9', 'words', 'picture', 'picture', 'picture', 'code', 'picture'),
	system('WordPress by an administrator', '6.1.9', 'chart', 'chart', 'chart', 'picture', 'code', 'picture'),
	system('WordPress, its paragraphs (wpautop)', '4.56.0', 'chart', 'chart', 'chart', 'picture', 'code', 'picture'),
	system('Ghost, pasted', '1.4.0', 'chart', 'chart', 'words', 'picture', 'code', 'picture'),
	system('CKEditor 5, HTML embed', '48.5.2', 'chart', 'chart', 'chart', 'picture', 'code', 'picture'),
	system('CKEditor 5, as content', '48.5.2', 'words', 'words', 'picture', 'picture', 'code', 'picture'),
	system('TipTap, starter kit and pictures', '3.35.0', 'words', 'words', 'picture', 'picture', 'code', 'picture'),
	system('TinyMCE, its source code', '8.9.2', 'chart', 'chart', 'picture', 'picture', 'code', 'picture'),
	system('Quill, pasted', '2.0.3', 'chart', 'chart', 'picture', 'picture', 'code', 'picture'),
	system('Trix, pasted', '2.1.19', 'words', 'words', 'picture', 'picture', 'code', 'picture'),
	system('Turndown, to Markdown', '7.2.5', 'words', 'picture', 'picture', 'picture', 'code', 'picture'),
	system('sanitize-html, as it comes', '2.18.1', 'words', 'words', 'words', 'words', 'code', 'words'),
	system(
		'sanitize-html, frames and pictures allowed',
		'2.18.1',
		'chart',
		'chart',
		'picture',
		'picture',
		'code',
		'picture',
	),
	system('DOMPurify, as it comes', '3.5.0', 'words', 'picture', 'picture', 'picture', 'code', 'picture'),
	system('DOMPurify, frames allowed', '3.5.0', 'chart', 'chart', 'picture', 'picture', 'code', 'picture'),
	system('DOMPurify, frames allowed, no styles', '3.5.0', 'chart', 'chart', 'picture', 'picture', 'code', 'picture'),
	system(
		'rehype-sanitize, as it comes (GitHub’s rules)',
		'6.0.0',
		'words',
		'words',
		'picture',
		'picture',
		'code',
		'picture',
	),
	system('rehype-sanitize, frames allowed', '6.0.0', 'chart', 'chart', 'picture', 'picture', 'code', 'picture'),
	system('Markdown with HTML (markdown-it)', '15.0.3', 'chart', 'chart', 'chart', 'picture', 'picture', 'picture'),
	system('Markdown without HTML (markdown-it)', '15.0.3', 'code', 'code', 'code', 'code', 'picture', 'code'),
	system('MDX with React', '3.1.1', 'nothing', 'nothing', 'nothing', 'nothing', 'picture', 'nothing'),
];
