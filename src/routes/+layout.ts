/** Every page is a document. Kit builds no client as long as no page exports `entries` (`pages.html` replaces them). */
export const csr = false;
export const prerender = true;
export const trailingSlash = 'always';
