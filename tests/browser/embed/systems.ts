/** Sanitizers, editors and converters, each as a function from pasted HTML to its output. */
import { spawnSync } from 'node:child_process';
import { autop } from '@wordpress/autop';
import MarkdownIt from 'markdown-it';
import type { Browser } from 'playwright-core';
import { rehype } from 'rehype';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import sanitizeHtml from 'sanitize-html';
import { inLarge, LARGE, newerNode } from '#tests/partners/large.ts';

export interface Tried {
	readonly name: string;
	readonly package: string;
	/** The HTML that the system makes of the pasted snippet; null if it rejects it. */
	readonly makes: (code: string, browser: Browser) => string | null | Promise<string | null>;
}

/** Exit status of a process if the system rejects the code. */
const REFUSED = 3;

/** A partner of the large ones: a module that makes `html` of `code`, run by itself in their folder. */
const apart =
	(module: string, node = process.execPath): Tried['makes'] =>
	(code) => {
		const text = `import { readFileSync, writeFileSync } from 'node:fs';
			const [REFUSED, code] = [${REFUSED}, readFileSync(0, 'utf8')];\n${module}\nwriteFileSync(1, html);`;
		const words = ['--no-warnings', '--input-type=module', '-e', text];
		const { status, stdout, stderr } = spawnSync(node, words, { cwd: LARGE, input: code, encoding: 'utf8' });
		if (status !== 0 && status !== REFUSED) throw new Error(stderr);
		return status === 0 ? stdout : null;
	};

/** A system that needs a document: it runs in a browser page; `run` returns the HTML for the code. */
async function inBrowser(browser: Browser, files: readonly string[], run: string, code: string): Promise<string> {
	const page = await browser.newPage();
	await page.setContent('<!doctype html><div id="editor"></div>');
	for (const path of files) await page.addScriptTag({ path });
	const html = await page.evaluate<string>(`(async (code) => { ${run} })(${JSON.stringify(code)})`);
	await page.close();
	return html;
}

const purified = (options: object): Tried['makes'] => {
	const run = `return DOMPurify.sanitize(code, ${JSON.stringify(options)})`;
	return (code, browser) => inBrowser(browser, ['node_modules/dompurify/dist/purify.js'], run, code);
};

const rehyped = (schema: typeof defaultSchema): Tried['makes'] => {
	const processor = rehype().data('settings', { fragment: true }).use(rehypeSanitize, schema);
	return (code) => String(processor.processSync(code));
};

const IFRAME = ['src', 'title', 'width', 'height', 'loading', 'sandbox', 'frameborder', 'referrerpolicy'];

const ckeditor = (plugins: string, put: string): Tried['makes'] => {
	const run = `const { ClassicEditor, Essentials, Paragraph, Link, Image, HtmlEmbed } = CKEDITOR;
		const editor = await ClassicEditor.create(document.getElementById('editor'), { licenseKey: 'GPL', plugins: [Essentials, Paragraph, ${plugins}] });
		${put}; return editor.getData();`;
	return (code, browser) => inBrowser(browser, [inLarge('ckeditor5/dist/browser/ckeditor5.umd.js')], run, code);
};

const editor =
	(files: readonly string[], run: string): Tried['makes'] =>
	(code, browser) =>
		inBrowser(browser, files.map(inLarge), run, code);

const TINYMCE = ['tinymce', 'models/dom/model', 'themes/silver/theme', 'icons/default/icons'];
const tinymce = editor(
	TINYMCE.map((file) => `tinymce/${file}.js`),
	`const set = { license_key: 'gpl', promotion: false, skin: false, content_css: false, menubar: false };
	const [editor] = await tinymce.init({ ...set, target: document.getElementById('editor') });
	editor.setContent(code);
	return editor.getContent();`,
);
const quill = editor(
	['quill/dist/quill.js'],
	`const quill = new Quill('#editor');
	quill.clipboard.dangerouslyPasteHTML(code);
	return quill.root.innerHTML;`,
);
const trix = editor(
	['trix/dist/trix.umd.js'],
	`const editor = document.createElement('trix-editor');
	const ready = new Promise((resolve) => editor.addEventListener('trix-initialize', resolve, { once: true }));
	document.body.append(editor);
	await ready;
	editor.editor.insertHTML(code);
	return editor.value;`,
);
/** Converts HTML to Markdown, for systems that store posts as Markdown. */
const turndown: Tried['makes'] = async (code, browser) =>
	MarkdownIt({ html: true }).render(
		await inBrowser(
			browser,
			['node_modules/turndown/dist/turndown.js'],
			'return new TurndownService().turndown(code)',
			code,
		),
	);

const TIPTAP = `import { generateHTML, generateJSON } from '@tiptap/html';
	import StarterKit from '@tiptap/starter-kit';
	import Image from '@tiptap/extension-image';`;

/** Ghost's own packages: they need Node 22, and run in Node by `require` alone. */
const GHOST = `import { createRequire } from 'node:module';
	const require = createRequire(process.cwd() + '/');
	const { htmlToLexical } = require('@tryghost/kg-html-to-lexical');
	const { LexicalHTMLRenderer } = require('@tryghost/kg-lexical-html-renderer');
	const { DEFAULT_NODES } = require('@tryghost/kg-default-nodes');
	const state = JSON.stringify(htmlToLexical(code));
	const html = await new LexicalHTMLRenderer({ nodes: DEFAULT_NODES }).render(state);`;

const MDX = `import { evaluate } from '@mdx-js/mdx';
	import * as runtime from 'react/jsx-runtime';
	import { createElement } from 'react';
	import { renderToStaticMarkup } from 'react-dom/server';
	let html;
	try {
		const { default: Content } = await evaluate(code, runtime);
		html = renderToStaticMarkup(createElement(Content));
	} catch {
		process.exit(REFUSED);
	}`;

const { allowedTags, allowedAttributes } = sanitizeHtml.defaults;
const withFrames: sanitizeHtml.IOptions = {
	allowedTags: [...allowedTags, 'img', 'picture', 'source', 'iframe'],
	allowedAttributes: {
		...allowedAttributes,
		iframe: IFRAME,
		img: ['src', 'srcset', 'sizes', 'alt', 'width', 'height', 'loading'],
	},
};

const tried = (name: string, from: string, makes: Tried['makes']): Tried => ({ name, package: from, makes });

export const systems: readonly Tried[] = [
	tried('WordPress, its paragraphs (wpautop)', '@wordpress/autop', (code) => autop(code)),
	tried('Ghost, pasted', '@tryghost/kg-html-to-lexical', apart(GHOST, newerNode())),
	tried('CKEditor 5, HTML embed', 'ckeditor5', ckeditor('HtmlEmbed', `editor.execute('htmlEmbed', code)`)),
	tried('CKEditor 5, as content', 'ckeditor5', ckeditor('Link, Image', 'editor.setData(code)')),
	tried(
		'TipTap, starter kit and pictures',
		'@tiptap/html',
		apart(`${TIPTAP} const kit = [StarterKit, Image];\nconst html = generateHTML(generateJSON(code, kit), kit);`),
	),
	tried('TinyMCE, its source code', 'tinymce', tinymce),
	tried('Quill, pasted', 'quill', quill),
	tried('Trix, pasted', 'trix', trix),
	tried('Turndown, to Markdown', 'turndown', turndown),
	tried('sanitize-html, as it comes', 'sanitize-html', (code) => sanitizeHtml(code)),
	tried('sanitize-html, frames and pictures allowed', 'sanitize-html', (code) => sanitizeHtml(code, withFrames)),
	tried('DOMPurify, as it comes', 'dompurify', purified({})),
	tried('DOMPurify, frames allowed', 'dompurify', purified({ ADD_TAGS: ['iframe'] })),
	tried(
		'DOMPurify, frames allowed, no styles',
		'dompurify',
		purified({ ADD_TAGS: ['iframe'], FORBID_ATTR: ['style'] }),
	),
	tried('rehype-sanitize, as it comes (GitHub’s rules)', 'rehype-sanitize', rehyped(defaultSchema)),
	tried(
		'rehype-sanitize, frames allowed',
		'rehype-sanitize',
		rehyped({
			...defaultSchema,
			tagNames: [...(defaultSchema.tagNames ?? []), 'iframe'],
			attributes: { ...defaultSchema.attributes, iframe: IFRAME },
		}),
	),
	tried('Markdown with HTML (markdown-it)', 'markdown-it', (code) => MarkdownIt({ html: true }).render(code)),
	tried('Markdown without HTML (markdown-it)', 'markdown-it', (code) => MarkdownIt().render(code)),
	tried('MDX with React', '@mdx-js/mdx', apart(MDX)),
];
