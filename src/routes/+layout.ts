// Not here: `csr = false`. Each page says it for itself, because Kit builds no client part at all where the root does,
// and only with one does it set the addresses inside inlined styles right.
export const prerender = true;
export const trailingSlash = 'always';
