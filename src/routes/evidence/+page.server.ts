import { ledger } from '#lib/ledger/ledger.ts';
import { claimReview, quotations } from '#lib/metadata/article.ts';
import { linked } from '#lib/metadata/json-ld.ts';
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
