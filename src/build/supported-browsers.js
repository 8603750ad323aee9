/**
 * The oldest browsers that are promised something. Build targets, the page that says so and the tests in browsers of
 * other years follow from it.
 */

/** From these on: every word, every picture, and evidence as links. */
const words = { chrome: '80', edge: '80' };

/** From these on, too: charts that stick beside their steps, panels, search and filters. */
const charts = { chrome: '107', edge: '107', firefox: '104', safari: '15.6' };

export const oldestBrowsers = { words, charts };

/** What every supported browser can parse; a script that one cannot is an error before it is nothing. */
export const syntax = 'es2020';

/**
 * Versions as build tools take them: `chrome80`.
 * @param {Readonly<Record<string, string>>} versions
 */
export const targets = (versions) => Object.entries(versions).map(([name, version]) => name + version);

/** What a reader calls them; Edge has Chromium's numbers. */
const names = { chrome: 'Chromium (Chrome, Edge)', firefox: 'Firefox', safari: 'Safari' };

/**
 * Versions as a reader takes them: “Chromium (Chrome, Edge) 107, Firefox 104, Safari 15.6”.
 * @param {Readonly<Record<string, string>>} versions
 */
export const inWords = (versions) =>
	Object.entries(names)
		.flatMap(([name, called]) => (versions[name] ? [`${called} ${versions[name]}`] : []))
		.join(', ');

/** All browsers of `charts` are newer than this year, and know what was Baseline at its end; styles are held to that. */
export const baseline = 2021;
