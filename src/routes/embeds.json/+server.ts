import { version } from '$app/environment';
import { listing } from '#lib/server/listing.ts';

export const prerender = true;

export const GET = () =>
	new Response(`${JSON.stringify(listing(version), null, '\t')}\n`, {
		headers: { 'content-type': 'application/json' },
	});
