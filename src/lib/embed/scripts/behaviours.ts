/** Runs after the figure of an embed. */
import { startWalk } from '#lib/behaviours/charts/walk.ts';
import { startEmbed } from './start.ts';

startEmbed(startWalk);
