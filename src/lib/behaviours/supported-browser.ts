/**
 * Whether the browser is one that behaviours are written for (`charts` in `build/supported-browsers.js`): Chromium from 104, Firefox
 * from 104 and Safari from 15.4 have both features. Older ones keep the document without scripts.
 */
export const isSupported = (): boolean => 'findLast' in [] && CSS.supports('translate', '0');
