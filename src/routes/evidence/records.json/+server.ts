import { evidenceEntries } from '#lib/ledger/entries.ts';
import { storyPage } from '#lib/server/story.ts';

export const prerender = true;

export const GET = () =>
	Response.json(Object.fromEntries(evidenceEntries(storyPage()).map((entry) => [entry.id, entry])));
