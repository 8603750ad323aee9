declare module 'archieml' {
	const archieml: {
		/** Objects, arrays and strings; inside `[+name]` a list of `{ type, value }`. Accepts any input and never throws. */
		load(text: string): Record<string, unknown>;
	};
	export default archieml;
}
