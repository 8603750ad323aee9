import { ledger } from '#lib/ledger/ledger.ts';
import { behavioursAddress } from '#lib/server/behaviours.ts';
import { fontAddresses } from '#lib/server/fonts.ts';
import { storyPage } from '#lib/server/story.ts';

export const load = () => ({ ledger: ledger(storyPage()), behaviours: behavioursAddress(), fonts: fontAddresses() });
