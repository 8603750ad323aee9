import { ledger } from '#lib/ledger/ledger.ts';
import { claimReview } from '#lib/metadata/claim-review.ts';
import { linked } from '#lib/metadata/json-ld.ts';
import { quotations } from '#lib/metadata/quotations.ts';
import { behavioursScript } from '#lib/server/behaviours.ts';
import { storyPage } from '#lib/server/story.ts';

export const load = () => {
	const story = storyPage();
	return {
		ledger: ledger(story),
		metadata: linked(...quotations(story, '../'), ...claimReview(story, '../')),
		behaviours: behavioursScript(),
	};
};
