import { version } from '$app/environment';
import { edition } from '#lib/server/story.ts';

/** For the foot of every page: which data it was made from, and which build it belongs to. */
export const load = () => ({ edition: { data: edition().version, site: version } });
