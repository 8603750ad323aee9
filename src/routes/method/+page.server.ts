import { methodPage } from '#lib/method/page.ts';
import { fontAddresses } from '#lib/server/fonts.ts';
import { storyPage } from '#lib/server/story.ts';

export const load = () => ({ method: methodPage(storyPage()), fonts: fontAddresses() });
