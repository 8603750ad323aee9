declare module '@bramus/specificity' {
	/** How specific a selector is: ids, classes and the like, types. */
	interface Specificity {
		toArray(): [number, number, number];
	}
	const calculator: {
		/** One for each selector of a list. Throws for what is none. */
		calculate(selector: string): Specificity[];
	};
	export default calculator;
}
