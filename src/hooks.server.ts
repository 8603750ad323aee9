import type { Handle } from '@sveltejs/kit';
import { chartAt } from '#lib/model/chart-copy.ts';
import { canonicalLink, leadsTo } from '#lib/server/site.ts';
import { storyPage } from '#lib/server/story.ts';
import { asMissing, embedPolicy, storyPolicy, withEarlyScript, withInlineScripts } from '#lib/server/embeds.ts';
import { withFontsApart, withOwnStyle, withStylesOf } from '#lib/server/styles.ts';

const POLICY = 'content-security-policy';

/** Pages with scripts in them, by their routes. */
const INLINE: Readonly<
	Record<
		string,
		{
			readonly into: (html: string, params: Partial<Record<string, string>>) => string;
			readonly policy: (text: string) => string;
		}
	>
> = {
	'/': { into: (html) => withEarlyScript(shownByStyles(html)), policy: storyPolicy },
	'/embed/[chart]': {
		into: (html, { chart = '' }) => withInlineScripts(withStylesOf(html, chartAt(storyPage().copy, chart)?.id ?? '')),
		policy: embedPolicy,
	},
};

/** The marks and the sheets, of styles that stand in the page, that are left for a client to take over: no page of ours has one. */
const withoutMarks = (html: string): string =>
	html.replace(/<!--(?:\[-?\d*!?|\]|\$?[a-z0-9]*)-->/g, '').replace(/<link [^>]*\bdisabled\b[^>]*>\s*/g, '');

/** Words of a drawing with a space between them, for whoever reads them as text. */
const withSpaces = (html: string): string => html.replaceAll('</text><', '</text> <');

/** A drawing within a drawing only gives a place: without a role of its own it is none to be heard. */
const asParts = (html: string): string =>
	html.replace(/<svg\b(?![^>]* (?:role|aria-hidden)=)[^>]*(?=>)/g, '$& role="none"');

/**
 * The story’s drawings are shown by styles alone: programs that keep drawings and drop styles would make rubble of them,
 * and each step has its picture.
 */
const shownByStyles = (html: string): string =>
	html.replace(/<svg class="(?=drawing drawing-|heads|kind|row)/g, '<svg display="none" class="');

/** What every page gets in its head, and embeds beside: Kit allows no inline script but its own, so theirs come in here. */
export const handle: Handle = async ({ event, resolve }) => {
	if (event.route.id === '/404')
		return resolve(event, {
			transformPageChunk: ({ html }) => withFontsApart(asMissing(withOwnStyle(withoutMarks(html), event.url.pathname))),
		});
	const link = canonicalLink(leadsTo(event.url.pathname, storyPage()));
	const withLink = (html: string): string =>
		asParts(withSpaces(withoutMarks(withOwnStyle(html, event.url.pathname)))).replace(
			'</head>',
			(found) => link + found,
		);
	const scripts = event.route.id === null ? undefined : INLINE[event.route.id];
	if (!scripts) return resolve(event, { transformPageChunk: ({ html }) => withFontsApart(withLink(html)) });
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => withFontsApart(scripts.into(withLink(html), event.params)),
	});
	// In development the policy is a header; in a built page it stands in the page.
	const policy = response.headers.get(POLICY);
	if (policy !== null) response.headers.set(POLICY, scripts.policy(policy));
	return response;
};
