import { version } from '$app/environment';
import { listing } from '#lib/server/listing.ts';
import { drawAll } from '#lib/server/stills.ts';

export const prerender = true;

export const GET = async () => {
	await drawAll();
	return new Response(`${JSON.stringify(listing(version), null, '\t')}\n`, {
		headers: { 'content-type': 'application/json' },
	});
};
