/** Every page is a document. While none exports `entries`, Kit can tell, and builds no client (`pages.html` lists them instead). */
export const csr = false;
export const prerender = true;
export const trailingSlash = 'always';
