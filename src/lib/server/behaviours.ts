import script from 'virtual:behaviours';

/** The one script of the pages: its address from the root of the site, which `asset()` makes relative to a page, and its integrity. */
export const behavioursScript = () => ({ ...script, address: `/${script.address}` });
