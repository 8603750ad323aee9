import script from 'virtual:behaviours';

/** The script of the pages: its address from the site's root, which `asset()` makes relative, and its integrity. */
export const behavioursScript = () => ({ address: `/${script.address}`, integrity: script.integrity });

/** Its code; null in development. */
export const behavioursCode = (): string | null => script.code;
