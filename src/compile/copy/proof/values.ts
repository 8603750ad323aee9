/** Values of records as conditions test them, and the result of reading an expression. */

/** The value, or the fault: what is wrong, and what to write instead. */
export type Result<T> = { readonly value: T } | { readonly fault: string };

export function compares(left: number, sign: string, right: number): boolean {
	if (sign === '=') return left === right;
	if (sign === '!=') return left !== right;
	if (sign === '<') return left < right;
	if (sign === '<=') return left <= right;
	return sign === '>' ? left > right : left >= right;
}

export function isSpan(
	value: unknown,
): value is { readonly min: string; readonly max: string; readonly edtf: string; readonly words: string } {
	return typeof value === 'object' && value !== null && 'edtf' in value && 'min' in value;
}

export function isNone(value: unknown): boolean {
	return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
