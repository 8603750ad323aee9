import { error } from '@sveltejs/kit';
import { storyPage } from '#lib/server/story.ts';
import { stillAt } from '#lib/server/stills.ts';
import { stillFile, stillNames } from '#lib/stills/stills.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const entries = () => stillNames(storyPage()).map((name) => ({ file: stillFile(name) }));

export const GET: RequestHandler = ({ params }) => {
	const still = stillAt(params.file) ?? error(404, `There is no picture ${params.file}`);
	return new Response(still.bytes.slice(), { headers: { 'content-type': still.type } });
};
