import { storyPage } from '#lib/server/story.ts';

export const load = () => ({ description: storyPage().copy.description });
