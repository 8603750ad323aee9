import type { Handle } from '@sveltejs/kit';
import { embedPolicy, withInlineScripts } from '#lib/server/embeds.ts';

const POLICY = 'content-security-policy';

/** Kit allows no inline script but its own: those of embeds, and their hashes, come in here. */
export const handle: Handle = async ({ event, resolve }) => {
	if (event.route.id !== '/embed/[chart]') return resolve(event);
	const response = await resolve(event, { transformPageChunk: ({ html }) => withInlineScripts(html) });
	// In development the policy is a header; in a built page it stands in the page.
	const policy = response.headers.get(POLICY);
	if (policy !== null) response.headers.set(POLICY, embedPolicy(policy));
	return response;
};
