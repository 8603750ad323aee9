/** Several pages of the site as one document, in which every link leads on or is none any more. */
import { generate, parse as parseStyles, type CssNode, type List } from 'css-tree';
import { parse, type HTMLElement } from 'node-html-parser';
import { textOf, type Built } from '#bundles/built.ts';

/** The address of a page's folder, as links resolve against it; the site lies at the root of a host that is none. */
const HOST = 'http://site.invalid/';

/** What names other elements by their ids, one or several. */
const REFERRING = ['for', 'list', 'aria-controls', 'aria-describedby', 'aria-labelledby', 'aria-owns', 'headers'];

/** `evidence/index.html` → `evidence/` */
const folderOf = (file: string): string => file.replace(/index\.html$/, '');

const treeOf = (built: Pick<Built, 'files'>, file: string): HTMLElement =>
	parse(textOf(built, file), { comment: false });

/** Gives every id of a page, and all that names one, the page's address before it: `evidence/flynn`. */
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

/** The page that others are put into: it is shown first, and its ids stay as they are. */
export interface Home {
	/** `index.html` */
	readonly file: string;
	/** What the way back to it is called. */
	readonly name: string;
	/** The chapter of the story that shows the same; null where it is the story. */
	readonly chapter: string | null;
	/** What of the others its scripts do not serve, as a selector. */
	readonly unserved: string;
}

/** Where a link of the page in the folder `from` leads in the document that holds these pages; null: to none of them. */
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

/** Leads links into the document; those that lead out of it become words. Gives where these led. */
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
 * Rules of these styles, each once, where it first stands: styles of the site's pages begin with the same ones. Files of
 * the site are named from its root.
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

/** Shows of all pages the one that the address points into; where a browser cannot tell, they stand one after another. */
const ONE_AT_A_TIME = [
	'[data-elsewhere]{text-decoration:none;color:inherit}',
	'@supports selector(:has(*)){',
	'.pages>[data-page]:not(:first-child):not(:target):not(:has(:target)){display:none}',
	'.pages:has(>[data-page]:not(:first-child):target)>:first-child{display:none}',
	'.pages:has(>[data-page]:not(:first-child) :target)>:first-child{display:none}',
	'}@media print{.pages>[data-page]{display:block!important}}',
].join('');

const stylesOf = (page: HTMLElement): string[] => page.querySelectorAll('style').map((style) => style.rawText);

export interface OnePage {
	/** The first page's tree, with the others in it. */
	readonly tree: HTMLElement;
	readonly styles: string;
	/** Where links led that were taken out, because nothing here answers them. */
	readonly loose: readonly string[];
}

/**
 * A page with others in it, each in a `section` whose id is its address; what is taken of them is their `main`.
 * @param others `evidence/index.html`
 */
export function onePage(built: Pick<Built, 'files'>, home: Home, others: readonly string[]): OnePage {
	const pages = new Set(others.map(folderOf));
	const first = folderOf(home.file);
	const tree = treeOf(built, home.file);
	const body = tree.querySelector('body');
	if (!body) throw new Error(`${home.file} has no body`);
	// In its own page a chapter's address means the story.
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
