import embeds from 'virtual:embeds';

/** `/embed.js`: the custom element for other sites, and its `integrity`. */
export const embedElement = (): { readonly code: string; readonly integrity: string } => embeds.element;

/** The content policy of `svelte.config.js`, or a text that holds it, extended for an embed's inline scripts and font. */
export function embedPolicy(
	text: string,
	scripts = [embeds.first, ...Object.values(embeds.behaviours), embeds.tell],
): string {
	const hashes = scripts.map(({ hash }) => `'${hash}'`).join(' ');
	return text
		.replace("script-src 'self'", (found) => `${found} ${hashes}`)
		.replace("font-src 'self'", (found) => `${found} data:`);
}

/** An embed's page with its inline scripts, the first in the head and the others at the end, and a policy that allows them. */
export function withInlineScripts(html: string): string {
	const scripts = [embeds.first, embeds.behaviours[html.includes(' data-node') ? 'network' : 'marks'], embeds.tell];
	const [first, ...last] = scripts.map(({ code }) => `<script>${code}</script>`);
	return embedPolicy(html, scripts)
		.replace('</head>', (found) => `${first ?? ''}${found}`)
		.replace('</body>', (found) => `${last.join('')}${found}`);
}

/** The content policy, or a text that holds it, extended for the script in the story's head. */
export const storyPolicy = (text: string): string =>
	text.replace("script-src 'self'", (found) => `${found} '${embeds.early.hash}'`);

/** The story with the script in its head, after the styles that it needs, and a policy that allows it. */
export const withEarlyScript = (html: string): string =>
	storyPolicy(html).replace('</head>', (found) => `<script>${embeds.early.code}</script>${found}`);

/**
 * The "not found" page with its script and a policy that allows it, and without relative addresses: it is served at any
 * depth, where crawlers would follow them into ever deeper paths.
 */
export const asMissing = (html: string): string =>
	html
		.replace("script-src 'self'", (found) => `${found} '${embeds.missing.hash}'`)
		.replace(/\s*<link\b[^>]*\brel="(?:icon|apple-touch-icon|stylesheet)"[^>]*>/g, '')
		.replace('</body>', (found) => `<script>${embeds.missing.code}</script>${found}`);
