import { chartCopy, chartsOf } from '#lib/model/charts.ts';
import { makers, newsArticle } from '#lib/metadata/article.ts';
import { linked } from '#lib/metadata/json-ld.ts';
import { behavioursScript } from '#lib/server/behaviours.ts';
import { fontAddresses } from '#lib/server/fonts.ts';
import { siteAddress } from '#lib/server/site.ts';
import { stepPictures } from '#lib/server/stills.ts';
import { storyPage } from '#lib/server/story.ts';
import { OPENING, shareSize } from '#lib/stills/stills.ts';

export const load = () => {
	const story = storyPage();
	const [first] = chartsOf(story.copy);
	const metadata = linked(newsArticle(story, './'), ...makers(story.sources));
	return {
		...{ story, metadata, behaviours: behavioursScript(), fonts: fontAddresses(), pictures: stepPictures() },
		...{
			site: siteAddress(),
			card: { id: OPENING, alt: first ? chartCopy(story.copy, first).description : '', ...shareSize },
		},
	};
};
