/** The element that the address names; null if there is none, or the fragment is malformed. */
export function pointedAt(root: Document): HTMLElement | null {
	return root.getElementById(decoded(location.hash.slice(1)));
}

/** The id in an address; a malformed one is returned unchanged. */
function decoded(hash: string): string {
	try {
		return decodeURIComponent(hash);
	} catch {
		return hash;
	}
}
