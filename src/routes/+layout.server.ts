import { version } from '$app/environment';
import { edition, storyPage } from '#lib/server/story.ts';

/** For every page: which site it is of, which data it was made from, and which build it belongs to. */
export const load = () => ({ edition: { name: storyPage().copy.title, data: edition().version, site: version } });
