import display from '@fonts/display.woff2?url';
import sans from '@fonts/sans.woff2?url';
import serif from '@fonts/serif.woff2?url';

/**
 * Addresses of the fonts, the one for reading first, to be asked for ahead of the styles that use them; from the
 * root of the site, `asset()` makes them relative to a page.
 */
export const fontAddresses = (): readonly string[] => [serif, display, sans];
