/** The only door from pages to the compiled story. */
import story from 'virtual:story';

/** Everything that the story page draws from. */
export const storyPage = () => story;
