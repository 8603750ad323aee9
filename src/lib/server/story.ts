/** The only access of pages to the compiled story. */
import story from 'virtual:story';
import { editionOf, type Edition } from '#lib/export/story-json.ts';

/** The data of the story page. */
export const storyPage = () => story;

const known = editionOf(story);

/** The version of the data that the pages were made from. */
export const edition = (): Edition => known;
