import type { Handle } from '@sveltejs/kit';
import { canonicalLink } from '#lib/server/site.ts';
import { asMissing, embedPolicy, withInlineScripts } from '#lib/server/embeds.ts';

const POLICY = 'content-security-policy';

/** What every page gets in its head, and embeds beside: Kit allows no inline script but its own, so theirs come in here. */
export const handle: Handle = async ({ event, resolve }) => {
	if (event.route.id === '/404') return resolve(event, { transformPageChunk: ({ html }) => asMissing(html) });
	const link = canonicalLink(event.url.pathname);
	const withLink = (html: string): string => html.replace('</head>', (found) => link + found);
	if (event.route.id !== '/embed/[chart]') return resolve(event, { transformPageChunk: ({ html }) => withLink(html) });
	const response = await resolve(event, { transformPageChunk: ({ html }) => withInlineScripts(withLink(html)) });
	// In development the policy is a header; in a built page it stands in the page.
	const policy = response.headers.get(POLICY);
	if (policy !== null) response.headers.set(POLICY, embedPolicy(policy));
	return response;
};
