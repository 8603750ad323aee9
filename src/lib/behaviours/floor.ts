/**
 * Whether the browser is one of those for which behaviours are written (`charts` in `build/floor.js`): Chromium from 104,
 * Firefox from 104, Safari from 15.4 on have both. An older one keeps the document as it came, which lacks nothing.
 */
export const isSupported = (): boolean => 'findLast' in [] && CSS.supports('translate', '0');
