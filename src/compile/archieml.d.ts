declare module 'archieml' {
	const archieml: {
		/** Objects, arrays and strings; inside `[+name]` a list of `{ type, value }`. Never throws, forgives everything. */
		load(text: string): Record<string, unknown>;
	};
	export default archieml;
}
