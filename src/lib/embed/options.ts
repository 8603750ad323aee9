/** The options in an embed's address. `step` and `focus` only have the form of ids; the page checks whether its chart has them. */
export interface EmbedOptions {
	readonly theme: 'light' | 'dark' | 'auto';
	/** The step whose state is shown; null for the first. */
	readonly step: string | null;
	/** A record in focus; null for the step's own focus. */
	readonly focus: string | null;
	/** Whether title and instructions are shown. */
	readonly header: boolean;
	/** Whether changes of state are animated. */
	readonly motion: boolean;
	readonly background: 'paper' | 'transparent';
}

/** The form of an id. */
const SLUG = /^[a-z0-9][a-z0-9-]{0,79}$/;

const slug = (text: string | null): string | null => (text !== null && SLUG.test(text) ? text : null);

/**
 * The options in an address's query, with or without its question mark. Any string gives valid options: unknown and
 * malformed values are ignored, and of repeated ones the first counts.
 */
export function parseOptions(search: string): EmbedOptions {
	const params = new URLSearchParams(search);
	const theme = params.get('theme');
	return {
		theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
		step: slug(params.get('step')),
		focus: slug(params.get('focus')),
		header: params.get('header') !== '0',
		motion: params.get('motion') !== '0',
		background: params.get('bg') === 'transparent' ? 'transparent' : 'paper',
	};
}

/** The query for these options: empty, or with its question mark, and only with what differs from the default. */
export function formatOptions(options: EmbedOptions): string {
	const { theme, step, focus, header, motion, background } = options;
	const params = new URLSearchParams();
	if (theme !== 'auto') params.set('theme', theme);
	if (step !== null) params.set('step', step);
	if (focus !== null) params.set('focus', focus);
	if (!header) params.set('header', '0');
	if (!motion) params.set('motion', '0');
	if (background === 'transparent') params.set('bg', 'transparent');
	const query = params.toString();
	return query && `?${query}`;
}
