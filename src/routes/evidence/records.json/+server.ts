import { evidenceEntries } from '#lib/ledger/entries.ts';
import { storyPage } from '#lib/server/story.ts';

export const prerender = true;

/** Entries by their ids; under those that a record had before, too. */
export const GET = () => {
	const entries = evidenceEntries(storyPage());
	return Response.json(
		Object.fromEntries(entries.flatMap((entry) => [entry.id, ...entry.formerly].map((id) => [id, entry]))),
	);
};
