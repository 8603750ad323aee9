import { evidenceEntries } from '#lib/ledger/entries.ts';
import { storyPage } from '#lib/server/story.ts';

export const prerender = true;

/** Entries by id, also by former ids. */
export const GET = () => {
	const entries = evidenceEntries(storyPage());
	return Response.json(
		Object.fromEntries(entries.flatMap((entry) => [entry.id, ...entry.formerly].map((id) => [id, entry]))),
	);
};
