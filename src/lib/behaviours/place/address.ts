/** The element that the address names; null where it names none, or is garbage. */
export function pointedAt(root: Document): HTMLElement | null {
	return root.getElementById(decoded(location.hash.slice(1)));
}

/** An id as it stands in an address; where that is garbage, as it is. */
function decoded(hash: string): string {
	try {
		return decodeURIComponent(hash);
	} catch {
		return hash;
	}
}
