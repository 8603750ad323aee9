import { embedElement } from '#lib/server/embeds.ts';

export const prerender = true;

export const GET = () => new Response(embedElement().code, { headers: { 'content-type': 'text/javascript' } });
