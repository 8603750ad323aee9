import { newsArticle } from '#lib/metadata/article.ts';
import { linked } from '#lib/metadata/json-ld.ts';
import { behavioursAddress } from '#lib/server/behaviours.ts';
import { fontAddresses } from '#lib/server/fonts.ts';
import { storyPage } from '#lib/server/story.ts';

export const load = () => {
	const story = storyPage();
	const metadata = linked(newsArticle(story, './'));
	return { story, metadata, behaviours: behavioursAddress(), fonts: fontAddresses() };
};
