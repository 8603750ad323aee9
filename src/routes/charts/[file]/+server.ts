import { error } from '@sveltejs/kit';
import { stillAt, stillFiles } from '#lib/server/stills.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const entries = () => [...stillFiles().keys()].map((file) => ({ file }));

export const GET: RequestHandler = ({ params }) => {
	const still = stillAt(params.file) ?? error(404, `There is no picture ${params.file}`);
	return new Response(still.bytes.slice(), { headers: { 'content-type': still.type } });
};
