/** A document as a browser reads it: its addresses, and what could run in it. */
import { parse as parseStyles, walk } from 'css-tree';
import { NodeType, parse, type HTMLElement, type Node } from 'node-html-parser';
import { decoded } from '#bundles/bundle.ts';

export interface Address {
	readonly to: string;
	/** What it is for: `link canonical`, `meta og:image`, `a`, `img`, `style`. */
	readonly by: string;
	/** Whether a browser requests it without a reader’s action. */
	readonly loads: boolean;
}

export interface Inline {
	readonly name: 'script' | 'style';
	readonly attributes: Readonly<Record<string, string>>;
	readonly content: string;
}

export interface Page {
	readonly ids: ReadonlySet<string>;
	readonly addresses: readonly Address[];
	readonly policies: readonly string[];
	readonly inlines: readonly Inline[];
	/** Elements that load something before the first policy. */
	readonly early: readonly string[];
	/** Attributes that hold a script or a document, or change the base of addresses. */
	readonly active: readonly string[];
	/** What browsers parse differently from us. */
	readonly unreadable: readonly string[];
}

const NAMING = [
	...['href', 'xlink:href', 'src', 'poster', 'data', 'action', 'formaction', 'background', 'cite', 'codebase'],
	...['longdesc', 'manifest', 'ping', 'icon', 'dynsrc', 'lowsrc', 'profile', 'classid'],
];

/** Elements whose addresses are only followed by the reader. */
const LEADING = new Set(['a', 'area', 'blockquote', 'button', 'del', 'form', 'input', 'ins', 'q']);

/** Link relations that load nothing. */
const RELATED = new Set(['alternate', 'author', 'canonical', 'license', 'next', 'prev']);

const inSet = (set: string): string[] => set.split(',').map((one) => one.trim().split(/\s+/)[0] ?? '');

/** Strings in styles that are addresses anywhere, as in `@import` and `image-set()`. */
const WHOLE = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i;

/** The addresses in styles, also in parts that cannot be parsed, or whose names are escaped. */
export function inStyles(css: string): string[] {
	const plain = css.replace(/\\([\da-f]{1,6})\s?/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)));
	const found = [...plain.matchAll(/url\(\s*(["']?)(.*?)\1\s*\)/gi)].map(([, , address = '']) => address);
	walk(parseStyles(css, { parseCustomProperty: true }), function (node) {
		if (node.type === 'Url') found.push(node.value);
		if (node.type === 'String' && (WHOLE.test(node.value) || this.atrule?.name.toLowerCase() === 'import'))
			found.push(node.value);
	});
	return [...new Set(found)];
}

const inAttribute = (value: string): string[] => (/url\(/i.test(value) ? inStyles(`a{b:${value}}`) : []);

function addressesOf(name: string, attributes: Readonly<Record<string, string>>): Address[] {
	const { rel = '', srcset, imagesrcset, content = '' } = attributes;
	const relations = rel.toLowerCase().split(/\s+/);
	const property = attributes['property'] ?? attributes['name'] ?? '';
	const by = [name, name === 'link' ? rel : name === 'meta' ? property : ''].filter(Boolean).join(' ');
	const loads = name === 'link' ? !relations.every((one) => RELATED.has(one)) : !LEADING.has(name);
	const refresh =
		attributes['http-equiv']?.toLowerCase() === 'refresh' ? /url=\s*(.*)$/i.exec(content)?.[1] : undefined;
	const all = [
		...NAMING.flatMap((key) => attributes[key] ?? []),
		...[srcset, imagesrcset].flatMap((set) => (set ? inSet(set) : [])),
	];
	return [
		...all.map((to) => ({ to, by, loads })),
		...Object.values(attributes)
			.flatMap(inAttribute)
			.map((to) => ({ to, by: 'style', loads: true })),
		...(attributes['style'] ? inStyles(`a{${attributes['style']}}`) : []).map((to) => ({
			to,
			by: 'style',
			loads: true,
		})),
		...(refresh === undefined
			? []
			: [{ to: refresh.replace(/^(["'])(.*)\1$/, '$2'), by: 'meta refresh', loads: false }]),
		...(name === 'meta' && /^(?:og|twitter):/.test(property) && WHOLE.test(content)
			? [{ to: content, by, loads: false }]
			: []),
	];
}

/** A tag that the parser took for text. */
const TAG_IN_WORDS = /<(?!!doctype html>)[a-z!/?][^>]{0,40}/gi;

/** Markup that browsers and parsers read differently: comments that end early, malformed tags and script ends. */
function unreadable(html: string, tree: HTMLElement): string[] {
	const oddly = html.match(/<!--(?:-?>)|--!>|<\/(?:script|style)(?!>)|<(?:script|style)(?![\s>])/gi) ?? [];
	const loud = (html.match(/<\/?(?:script|style)\b/gi) ?? []).filter((tag) => tag !== tag.toLowerCase());
	const inWords: string[] = [];
	const look = (element: Node): void => {
		for (const node of element.childNodes) {
			if (node.nodeType === NodeType.TEXT_NODE) inWords.push(...(node.rawText.match(TAG_IN_WORDS) ?? []));
			else if (!['script', 'style'].includes(node.rawTagName)) look(node);
		}
	};
	look(tree);
	return [...oddly, ...loud, ...inWords];
}

function read(html: string): Page {
	const tree = parse(html, { comment: false, blockTextElements: { script: true, style: true } });
	const ids = new Set<string>();
	const [addresses, inlines]: [Address[], Inline[]] = [[], []];
	const [policies, early, active]: [string[], string[], string[]] = [[], [], []];
	for (const element of tree.querySelectorAll('*')) {
		const name = element.rawTagName.toLowerCase();
		const attributes = element.attrs;
		if (attributes['id']) ids.add(attributes['id']);
		if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'content-security-policy')
			policies.push(attributes['content'] ?? '');
		addresses.push(...addressesOf(name, attributes));
		if (name === 'style') addresses.push(...inStyles(element.rawText).map((to) => ({ to, by: name, loads: true })));
		if (name === 'script' || name === 'style') inlines.push({ name, attributes, content: element.rawText });
		if (policies.length === 0 && ['script', 'style', 'link', 'img', 'base'].includes(name)) early.push(name);
		if (name === 'base' && attributes['href'] !== undefined) active.push('href on its base');
		active.push(...Object.keys(attributes).filter((key) => key.startsWith('on') || key === 'srcdoc'));
	}
	return { ids, addresses, policies, inlines, early, active, unreadable: unreadable(html, tree) };
}

const known = new WeakMap<Uint8Array, Page>();

export function readPage(bytes: Uint8Array): Page {
	const page = known.get(bytes) ?? read(decoded(bytes));
	known.set(bytes, page);
	return page;
}
