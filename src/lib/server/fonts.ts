import display from '@fonts/display.woff2?url';
import sans from '@fonts/sans.woff2?url';
import serif from '@fonts/serif.woff2?url';

/** Addresses of the fonts to preload, the text font first; from the site's root, `asset()` makes them relative. */
export const fontAddresses = (): readonly string[] => [serif, display, sans];
