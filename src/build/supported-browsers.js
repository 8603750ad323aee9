/**
 * The oldest supported browsers. Build targets, lint rules, the accessibility page and the tests in old browsers follow
 * from them.
 */

/** Basic: all text, a picture in every step, evidence as links. */
const words = { chrome: '80', edge: '80' };

/** Full: also charts that stick beside their steps, panels, search and filters. */
const charts = { chrome: '107', edge: '107', firefox: '104', safari: '15.6' };

export const oldestBrowsers = { words, charts };

/** The syntax that every supported browser can parse. A browser that cannot parse a script reports an error. */
export const syntax = 'es2020';

/**
 * Versions as build tools take them: `chrome80`.
 * @param {Readonly<Record<string, string>>} versions
 */
export const targets = (versions) => Object.entries(versions).map(([name, version]) => name + version);

/** Names for readers; Edge has the version numbers of Chromium. */
const names = { chrome: 'Chromium (Chrome, Edge)', firefox: 'Firefox', safari: 'Safari' };

/**
 * Versions as a reader takes them: “Chromium (Chrome, Edge) 107, Firefox 104, Safari 15.6”.
 * @param {Readonly<Record<string, string>>} versions
 */
export const inWords = (versions) =>
	Object.entries(names)
		.flatMap(([name, called]) => (versions[name] ? [`${called} ${versions[name]}`] : []))
		.join(', ');

/** Style sheets may use what was Baseline at the end of this year: all browsers of `charts` are newer. */
export const baseline = 2021;
