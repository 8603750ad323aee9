/** The value itself, where a test is sure that there is one; a test that is wrong about it fails here. */
export function present<T>(value: T | null | undefined): T {
	if (value === null || value === undefined) throw new Error('expected a value where there is none');
	return value;
}
