import { error } from '@sveltejs/kit';
import { stepStillAt, stepStills } from '#lib/server/stills.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const entries = () => stepStills().map((step) => ({ step }));

export const GET: RequestHandler = ({ params }) => {
	const still = stepStillAt(params.step) ?? error(404, `No step ${params.step} has a picture`);
	return new Response(still.bytes.slice(), { headers: { 'content-type': still.type } });
};
