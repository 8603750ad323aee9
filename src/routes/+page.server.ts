import { storyPage } from '#lib/server/story.ts';

export const load = () => ({ story: storyPage() });
