/** Pages that are there whatever the story; a test holds them against the routes. */
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
