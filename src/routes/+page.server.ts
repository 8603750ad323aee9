import { makers, newsArticle } from '#lib/metadata/article.ts';
import { linked } from '#lib/metadata/json-ld.ts';
import { behavioursScript } from '#lib/server/behaviours.ts';
import { stepPictures } from '#lib/server/stills.ts';
import { storyPage } from '#lib/server/story.ts';

export const load = () => {
	const story = storyPage();
	const metadata = linked(newsArticle(story, './'), ...makers(story.sources));
	return { story, metadata, behaviours: behavioursScript(), pictures: stepPictures() };
};
