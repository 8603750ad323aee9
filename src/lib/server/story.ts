/** The only door from pages to the compiled story. */
import story from 'virtual:story';
import { editionOf, type Edition } from '#lib/export/story-json.ts';

/** Everything that the story page draws from. */
export const storyPage = () => story;

const known = editionOf(story);

/** Which data the pages were made from. */
export const edition = (): Edition => known;
