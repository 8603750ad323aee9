/** The value; throws if there is none. */
export function present<T>(value: T | null | undefined): T {
	if (value === null || value === undefined) throw new Error('expected a value where there is none');
	return value;
}
