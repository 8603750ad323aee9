import type { Handle } from '@sveltejs/kit';
import { canonicalLink, leadsTo } from '#lib/server/site.ts';
import { storyPage } from '#lib/server/story.ts';
import { asMissing, embedPolicy, storyPolicy, withEarlyScript, withInlineScripts } from '#lib/server/embeds.ts';
import { behavioursCode } from '#lib/server/behaviours.ts';
import { shortened } from '#lib/server/markup.ts';
import { withSheetsApart, withOwnGlyphs, withOwnStyle, withUsableStyles } from '#lib/server/styles.ts';

const POLICY = 'content-security-policy';

/** Pages with inline scripts, by route. */
const INLINE: Readonly<
	Record<
		string,
		{
			readonly into: (html: string) => string | Promise<string>;
			readonly policy: (text: string) => string;
		}
	>
> = {
	'/': {
		into: (html) => {
			const code = behavioursCode();
			const page = withEarlyScript(shownByStyles(html));
			return code === null ? page : withUsableStyles(page, code);
		},
		policy: storyPolicy,
	},
	'/embed/[chart]': {
		into: async (html) => shortened(await withOwnGlyphs(withUsableStyles(withInlineScripts(html)))),
		policy: embedPolicy,
	},
};

/** Without hydration markers, links to inlined style sheets and names of trusted-types policies, which only a client needs: no page has one. */
const withoutMarks = (html: string): string =>
	html
		.replace(/<!--(?:\[-?\d*!?|\]|\$?[a-z0-9]*)-->/g, '')
		.replace(/<link [^>]*\bdisabled\b[^>]*>\s*/g, '')
		.replace('trusted-types svelte-trusted-html sveltekit-trusted-url', "trusted-types 'none'");

/** Adds spaces between the texts of a drawing, for programs that extract text. */
const withSpaces = (html: string): string => html.replaceAll('</text><', '</text> <');

/** A nested SVG only positions its content: without a role it would be announced as a picture of its own, unless hidden. */
function asParts(html: string): string {
	const hidden: boolean[] = [];
	return html.replace(/<(\/?)svg\b[^>]*/g, (tag, end: string) => {
		const isHidden = (hidden.at(-1) ?? false) || tag.includes(' aria-hidden=');
		if (end) hidden.pop();
		else hidden.push(isHidden);
		return end || isHidden || tag.includes(' role=') ? tag : `${tag} role="none"`;
	});
}

/**
 * Without styles the story's drawings are hidden: programs that drop styles would show them broken, and each step has
 * its picture.
 */
const shownByStyles = (html: string): string =>
	html.replace(/<svg class="(?=drawing drawing-|heads|kind|row)/g, '<svg display="none" class="');

/** Changes the markup of every page. Inline scripts are inserted here, because Kit allows none but its own. */
export const handle: Handle = async ({ event, resolve }) => {
	if (event.route.id === '/404')
		return resolve(event, {
			transformPageChunk: ({ html }) =>
				withSheetsApart(asMissing(withOwnStyle(withoutMarks(html), event.url.pathname))),
		});
	const link = canonicalLink(leadsTo(event.url.pathname, storyPage()));
	const withLink = (html: string): string =>
		asParts(withSpaces(withoutMarks(withOwnStyle(html, event.url.pathname)))).replace(
			'</head>',
			(found) => link + found,
		);
	const scripts = event.route.id === null ? undefined : INLINE[event.route.id];
	if (!scripts) return resolve(event, { transformPageChunk: ({ html }) => withSheetsApart(withLink(html)) });
	const response = await resolve(event, {
		transformPageChunk: async ({ html }) => withSheetsApart(await scripts.into(withLink(html))),
	});
	// In development the policy is a header; a built page contains it.
	const policy = response.headers.get(POLICY);
	if (policy !== null) response.headers.set(POLICY, scripts.policy(policy));
	return response;
};
