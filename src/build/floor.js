/**
 * The oldest browsers that are promised something. Build targets, the style lint, the pages that say so and the tests in
 * browsers of other years follow from it.
 */

/** From these on: every word, every picture, and evidence as links. Only Chromium is tested at this age. */
const words = { chrome: '80', edge: '80', firefox: '78', safari: '14.1' };

/** From these on, too: charts that stick beside their steps, panels, search and filters. */
const charts = { chrome: '107', edge: '107', firefox: '104', safari: '15.6' };

export const floor = { words, charts };

/** What every browser of the floor can parse; a script that one cannot is an error before it is nothing. */
export const syntax = 'es2020';

/**
 * A floor as build tools take it: `chrome80`.
 * @param {Readonly<Record<string, string>>} versions
 */
export const targets = (versions) => Object.entries(versions).map(([name, version]) => name + version);
