import { behavioursAddress } from '#lib/server/behaviours.ts';
import { fontAddresses } from '#lib/server/fonts.ts';
import { storyPage } from '#lib/server/story.ts';

export const load = () => ({ story: storyPage(), behaviours: behavioursAddress(), fonts: fontAddresses() });
