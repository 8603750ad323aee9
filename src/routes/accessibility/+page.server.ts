import { statement } from '#lib/accessibility/statement.ts';
import { storyPage } from '#lib/server/story.ts';

export const load = () => ({ statement: statement(storyPage()) });
