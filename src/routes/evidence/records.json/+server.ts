import { evidenceEntries } from '#lib/ledger/entries.ts';
import { storyPage } from '#lib/server/story.ts';

export const prerender = true;

/** Entries by their ids; under those that a record had before, too. */
export const GET = () => {
	const story = storyPage();
	const entries = new Map(evidenceEntries(story).map((entry) => [entry.id, entry]));
	for (const { id, formerly } of [...story.events, ...story.ties, ...story.contacts]) {
		const entry = entries.get(id);
		for (const old of formerly) if (entry) entries.set(old, entry);
	}
	return Response.json(Object.fromEntries(entries));
};
