import { error } from '@sveltejs/kit';
import { cardAt, cardIds } from '#lib/server/stills.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const entries = () => cardIds().map((card) => ({ card }));

export const GET: RequestHandler = ({ params }) => {
	const still = cardAt(params.card) ?? error(404, `There is no step ${params.card}`);
	return new Response(still.bytes.slice(), { headers: { 'content-type': still.type } });
};
