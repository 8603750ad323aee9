/** The licence of the compiled data, as a Data Package names it. */
export const licence = {
	name: 'CC-BY-4.0',
	path: 'https://creativecommons.org/licenses/by/4.0/',
	title: 'Creative Commons Attribution 4.0 International',
} as const;

/** What the licence does not cover. */
export const reservation =
	'The licence covers the compiled data. The quotations belong to their publishers, and stand here as short evidence.';
