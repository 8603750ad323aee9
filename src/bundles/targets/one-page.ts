/** Several pages of the site as one document, in which every link resolves or is replaced by its text. */
import { generate, parse as parseStyles, type CssNode, type List } from 'css-tree';
import { parse, type HTMLElement } from 'node-html-parser';
import { textOf, type Built } from '#bundles/built.ts';

/** A placeholder host, against which links resolve. */
const HOST = 'http://site.invalid/';

/** Attributes that refer to one or more elements by id. */
const REFERRING = ['for', 'list', 'aria-controls', 'aria-describedby', 'aria-labelledby', 'aria-owns', 'headers'];

/** `evidence/index.html` → `evidence/` */
const folderOf = (file: string): string => file.replace(/index\.html$/, '');

const treeOf = (built: Pick<Built, 'files'>, file: string): HTMLElement =>
	parse(textOf(built, file), { comment: false });

/** Prefixes every id of a page, and every reference to one, with the page's address: `evidence/flynn`. */
function underAddress(page: HTMLElement, address: string): void {
	for (const element of page.querySelectorAll('[id]')) element.setAttribute('id', address + element.id);
	for (const name of REFERRING) {
		for (const element of page.querySelectorAll(`[${name}]`)) {
			const ids = (element.getAttribute(name) ?? '').split(' ').filter(Boolean);
			element.setAttribute(name, ids.map((id) => address + id).join(' '));
		}
	}
	for (const element of page.querySelectorAll('*')) {
		for (const [name, value] of Object.entries(element.attributes)) {
			if (value.includes('url(#')) element.setAttribute(name, value.replaceAll('url(#', `url(#${address}`));
		}
		if (element.rawTagName === 'use') {
			element.setAttribute('href', (element.getAttribute('href') ?? '').replace(/^#/, `#${address}`));
		}
	}
}

/** The page into which others are put: it is shown first, and keeps its ids. */
export interface Home {
	/** `index.html` */
	readonly file: string;
	readonly name: string;
	/** The chapter of the story that shows the same; null for the story itself. */
	readonly chapter: string | null;
	/** A selector for what its scripts do not serve in the other pages. */
	readonly unserved: string;
}

/** Where a link of a page in the folder `from` leads in the document; null if to none of its pages. */
export function addressWithin(
	href: string,
	from: string,
	home: Pick<Home, 'file' | 'chapter'>,
	pages: ReadonlySet<string>,
): string | null {
	const url = new URL(href, HOST + from);
	if (`${url.origin}/` !== HOST) return null;
	const folder = folderOf(url.pathname.slice(1));
	const anchor = url.hash.slice(1);
	if (pages.has(folder)) return `#${folder}${anchor}`;
	if (folder === folderOf(home.file)) return `#${anchor}`;
	return folder === '' && anchor !== '' && anchor === home.chapter ? '#' : null;
}

/** Points links into the document and replaces others by their text. Returns the targets of those that were replaced. */
function linksWithin(page: HTMLElement, from: string, home: Home, pages: ReadonlySet<string>): string[] {
	const loose: string[] = [];
	for (const link of page.querySelectorAll('a[href]')) {
		const href = link.getAttribute('href') ?? '';
		const to = addressWithin(href, from, home, pages);
		link.removeAttribute('target');
		if (to !== null) {
			link.setAttribute('href', to);
			continue;
		}
		loose.push(new URL(href, HOST + from).href);
		for (const name of ['href', 'download', 'rel', 'type']) link.removeAttribute(name);
		link.setAttribute('data-elsewhere', '');
	}
	return loose;
}

/**
 * The rules of these styles, each once, at its first place: the pages' styles share their first rules. Files are named
 * from the site's root.
 */
export function joined(styles: readonly string[]): string {
	const rules = styles.flatMap((css) => {
		const sheet = parseStyles(css.replace(/(url\(["']?)(?:\.{1,2}\/)+(?=_app\/)/g, '$1')) as CssNode & {
			children: List<CssNode>;
		};
		return sheet.children.toArray().map((rule) => generate(rule));
	});
	return [...new Set(rules)].join('');
}

/** Shows only the page that the address points into; without `:has()` all pages stand one after another. */
const ONE_AT_A_TIME = [
	'[data-elsewhere]{text-decoration:none;color:inherit}',
	'@supports selector(:has(*)){',
	'.pages>[data-page]:not(:first-child):not(:target):not(:has(:target)){display:none}',
	'.pages:has(>[data-page]:not(:first-child):target)>:first-child{display:none}',
	'.pages:has(>[data-page]:not(:first-child) :target)>:first-child{display:none}',
	'}@media print{.pages>[data-page]{display:block!important}}',
].join('');

const stylesOf = (page: HTMLElement): string[] => page.querySelectorAll('style').map((style) => style.rawText);

/**
 * A page with others in it, each the `main` of its page in a `section` whose id is its address; `loose` are the targets of
 * links that became text.
 * @param others `evidence/index.html`
 */
export function onePage(built: Pick<Built, 'files'>, home: Home, others: readonly string[]) {
	const pages = new Set(others.map(folderOf));
	const first = folderOf(home.file);
	const tree = treeOf(built, home.file);
	const body = tree.querySelector('body');
	if (!body) throw new Error(`${home.file} has no body`);
	// In a page alone, the chapter's address means the story.
	const loose = linksWithin(tree, first, { ...home, chapter: null }, pages);
	const styles = stylesOf(tree);
	const sections = others.map((file) => {
		const folder = folderOf(file);
		const page = treeOf(built, file);
		const main = page.querySelector('main');
		if (!main) throw new Error(`${file} has no main`);
		styles.push(...stylesOf(page));
		for (const element of main.querySelectorAll(home.unserved)) element.remove();
		const back = main.querySelector('.trail a');
		back?.setAttribute('href', HOST + first).set_content(home.name);
		loose.push(...linksWithin(main, folder, home, pages));
		underAddress(main, folder);
		main.tagName = 'ARTICLE';
		return `<section data-page="${folder}" id="${folder}">${main.toString()}</section>`;
	});
	body.set_content(`<div class="pages"><div data-page="">${body.innerHTML}</div>${sections.join('')}</div>`);
	return { tree, styles: joined([...styles, ONE_AT_A_TIME]), loose };
}
