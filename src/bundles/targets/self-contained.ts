/** A document that asks for nothing: fonts, scripts and styles in it, and a policy that allows these and no others. */
import type { HTMLElement } from 'node-html-parser';
import { mediaTypeOf } from '#hosts/rules.ts';
import { textOf, type Built } from '#bundles/built.ts';
import { quotedHash } from '#lib/export/hash.ts';

/** A script's text may not end its element: in strings, where alone it can say so, a backslash changes nothing. */
const inScript = (text: string): string => text.replaceAll(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '<\\!--');

/** JSON that may stand in a script element. */
const inData = (json: string): string => json.replaceAll('<', '\\u003c');

/** Fonts that styles name by address, as bytes in the styles: what is there already is worth the wait for a first frame. */
function withFonts(css: string, { files }: Pick<Built, 'files'>): string {
	const waiting = css.replaceAll('font-display:optional', 'font-display:block');
	return waiting.replace(/url\(["']?[^)"']*?(_app\/immutable\/[^)"']+\.woff2)["']?\)/g, (_, path: string) => {
		const font = files.get(path);
		if (!font) throw new Error(`the build has no ${path}: run "npm run build" anew`);
		return `url(data:font/woff2;base64,${Buffer.from(font).toString('base64')})`;
	});
}

/**
 * A frame that is given its text (`srcdoc`) takes its links for those of the page round it, and would leave. There it is
 * told its own address; in a file the links need nothing.
 */
const OWN_BASE =
	"if(location.href.startsWith('about:'))document.head.append(Object.assign(document.createElement('base'),{href:'about:srcdoc'}))";

/** Pictures that the page names by address, in the page. */
function withPictures(tree: HTMLElement, built: Pick<Built, 'files'>): void {
	for (const picture of tree.querySelectorAll('img[src]')) {
		const path = (picture.getAttribute('src') ?? '').replace(/^(?:\.{1,2}\/)+/, '');
		const bytes = built.files.get(path);
		if (!bytes) throw new Error(`the build has no ${path}: run "npm run build" anew`);
		const type = mediaTypeOf(path);
		picture.setAttribute('src', `data:${type};base64,${Buffer.from(bytes).toString('base64')}`);
		picture.removeAttribute('loading');
	}
}

/** Where a script of the build lies. */
const scriptFile = (address: string): string => /_app\/immutable\/.*$/.exec(address)?.[0] ?? address;

/**
 * Finishes a page that was taken out of the site: what it links to in its head goes, what it loads comes in.
 * @param styles all of the page's styles
 * @param data JSON that behaviours look for in the page instead of asking a host, by the attribute that marks it
 */
export function selfContained(
	tree: HTMLElement,
	styles: string,
	data: Readonly<Record<string, unknown>>,
	built: Pick<Built, 'files'>,
): string {
	const [head, body] = [tree.querySelector('head'), tree.querySelector('body')];
	if (!head || !body) throw new Error('a page without head and body cannot stand alone');
	const gone =
		'link, base, style, script[type="application/ld+json"], meta[property], meta[name^="twitter:"], meta[http-equiv]';
	for (const element of tree.querySelectorAll(gone)) element.remove();

	withPictures(tree, built);
	const css = withFonts(styles, built);
	const hashes = [quotedHash(OWN_BASE)];
	for (const script of tree.querySelectorAll('script')) {
		const address = script.getAttribute('src');
		const text = address ? inScript(textOf(built, scriptFile(address))) : script.rawText;
		hashes.push(quotedHash(text));
		if (!address) continue;
		const type = script.getAttribute('type') === 'module' ? ' type="module"' : '';
		script.remove();
		// Without an address nothing is deferred: it stands where the document is whole.
		body.set_content(`${body.innerHTML}<script${type}>${text}</script>`);
	}
	const held = Object.entries(data).map(
		([mark, value]) => `<script type="application/json" ${mark}>${inData(JSON.stringify(value))}</script>`,
	);
	body.set_content(held.join('') + body.innerHTML);
	const policy = [
		"default-src 'none'",
		`script-src ${hashes.join(' ')}`,
		`style-src ${quotedHash(css)}`,
		'font-src data:',
		'img-src data:',
		'base-uri about:',
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'",
	].join('; ');
	head.querySelector('meta[charset]')?.remove();
	const first = `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}"><script>${OWN_BASE}</script>`;
	head.set_content(`${first}${head.innerHTML}<style>${css}</style>`);
	return `<!doctype html>\n${tree.querySelector('html')?.toString() ?? ''}\n`;
}
