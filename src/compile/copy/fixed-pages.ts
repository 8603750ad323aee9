/** Pages that every story has; a test compares the list with the routes. */
export const fixedPages = [
	'/',
	'/accessibility/',
	'/data/',
	'/data/tables/',
	'/embed/',
	'/evidence/',
	'/method/',
	'/s/',
];
