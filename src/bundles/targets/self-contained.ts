/** A document without requests: fonts, scripts and styles are in it, and its policy allows nothing else. */
import type { HTMLElement } from 'node-html-parser';
import { mediaTypeOf } from '#hosts/rules.ts';
import { textOf, type Built } from '#bundles/built.ts';
import { quotedHash } from '#lib/export/hash.ts';

/** Escapes `</script` in a script; inside strings, the only place where it can occur, a backslash changes nothing. */
const inScript = (text: string): string => text.replaceAll(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '<\\!--');

/** JSON that may stand in a script element. */
const inData = (json: string): string => json.replaceAll('<', '\\u003c');

/** Replaces the addresses of fonts in styles by their bytes. With no request to wait for, `font-display` may block. */
function withFonts(css: string, { files }: Pick<Built, 'files'>): string {
	const waiting = css.replaceAll('font-display:optional', 'font-display:block');
	return waiting.replace(/url\(["']?[^)"']*?(_app\/immutable\/[^)"']+\.woff2)["']?\)/g, (_, path: string) => {
		const font = files.get(path);
		if (!font) throw new Error(`the build has no ${path}: run "npm run build" anew`);
		return `url(data:font/woff2;base64,${Buffer.from(font).toString('base64')})`;
	});
}

/**
 * A frame with `srcdoc` resolves links against its parent page, and would leave for it. This sets its own base; in a file
 * the links need nothing.
 */
const OWN_BASE =
	"if(location.href.startsWith('about:'))document.head.append(Object.assign(document.createElement('base'),{href:'about:srcdoc'}))";

/** Replaces the addresses of pictures in the page by their bytes. */
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

/** The path of a script in the build. */
const scriptFile = (address: string): string => /_app\/immutable\/.*$/.exec(address)?.[0] ?? address;

/**
 * Finishes a page that was taken out of the site: removes links from its head, and inlines what it loads.
 * @param styles all of the page's styles
 * @param data JSON that behaviours read from the page instead of a host, by the attribute that marks it
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
		// Inline scripts cannot be deferred: they stand at the end of the body.
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
