import address from 'virtual:behaviours';

/** The address of the one script of the pages, from the root of the site; `asset()` makes it relative to a page. */
export const behavioursAddress = (): string => `/${address}`;
