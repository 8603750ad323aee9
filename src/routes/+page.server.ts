import { makers, newsArticle } from '#lib/metadata/article.ts';
import { linked } from '#lib/metadata/json-ld.ts';
import { behavioursScript } from '#lib/server/behaviours.ts';
import { fontAddresses } from '#lib/server/fonts.ts';
import { stepPictures } from '#lib/server/stills.ts';
import { storyPage } from '#lib/server/story.ts';

export const load = () => {
	const story = storyPage();
	const metadata = linked(newsArticle(story, './'), ...makers(story.sources));
	return { story, metadata, behaviours: behavioursScript(), fonts: fontAddresses(), pictures: stepPictures() };
};
