/** A UUID after RFC 9562 out of a hash in hexadecimal digits: the same for the same hash. */
export const uuidOf = (hash: string, version: 4 | 8): string =>
	[
		hash.slice(0, 8),
		hash.slice(8, 12),
		`${version}${hash.slice(13, 16)}`,
		`8${hash.slice(17, 20)}`,
		hash.slice(20, 32),
	].join('-');
