/** The editor's choices for one chart, read from its form, which holds them. */
import type { EmbedOptions } from '#lib/embed/options.ts';

/** Preview conditions: unrestricted, sandboxed, without scripts, or on a dark page. */
export type Served = 'plain' | 'sandboxed' | 'scriptless' | 'dark';

export interface Choices {
	readonly options: EmbedOptions;
	readonly served: Served;
	/** Whether the snippets name this version for ever, or the site, which is corrected. */
	readonly frozen: boolean;
}

const isServed = (text: string): text is Served => ['plain', 'sandboxed', 'scriptless', 'dark'].includes(text);

/**
 * The choices in a form's fields `theme`, `step`, `header`, `motion`, `paper`, `served`, `edition`; missing ones have
 * their default.
 */
export function choicesIn(fields: FormData): Choices {
	const value = (name: string): string => {
		const value = fields.get(name);
		return typeof value === 'string' ? value : '';
	};
	const theme = value('theme');
	const served = value('served');
	return {
		options: {
			theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
			step: value('step') || null,
			focus: null,
			header: fields.has('header'),
			motion: fields.has('motion'),
			background: fields.has('paper') ? 'paper' : 'transparent',
		},
		served: isServed(served) ? served : 'plain',
		frozen: value('edition') === 'frozen',
	};
}
