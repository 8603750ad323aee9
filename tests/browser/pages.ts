/** Paths of every kind of page for readers. */
export const STORY = '';
export const CHARTS = ['relations', 'ties', 'contacts', 'accounts'];
export const EMBEDS = CHARTS.map((chart) => `embed/${chart}/`);
export const DOCUMENTS = [
	'evidence/',
	'evidence/vox-analysis/',
	'data/',
	'data/tables/',
	'method/',
	'embed/',
	'accessibility/',
	's/',
];
export const PAGES = [STORY, ...EMBEDS, ...DOCUMENTS];
