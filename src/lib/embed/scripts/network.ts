/** Runs after the figure of an embed with people, and filters for their contacts. */
import { alongContacts } from '#lib/behaviours/charts/along-contacts.ts';
import { startFilters } from '#lib/behaviours/charts/filter.ts';
import { startWalk } from '#lib/behaviours/charts/walk.ts';
import { startMenus } from '#lib/behaviours/menus.ts';
import { startEmbed } from './start.ts';

startEmbed((root) => startWalk(root, alongContacts), startFilters, startMenus);
