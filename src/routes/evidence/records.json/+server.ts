import { evidenceRecords } from '#lib/server/story.ts';

export const prerender = true;

export const GET = () => Response.json(evidenceRecords());
