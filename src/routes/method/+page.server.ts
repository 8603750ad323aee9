import { methodPage } from '#lib/method/page.ts';
import { storyPage } from '#lib/server/story.ts';

export const load = () => ({ method: methodPage(storyPage()) });
