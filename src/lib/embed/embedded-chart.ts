/** The input of snippets: a chart, its addresses, and what follows from the options. */
import type { ChartId } from '#lib/model/charts.ts';
import { open } from './markup.ts';
import { escapeMarkup } from '#lib/model/text.ts';
import { formatOptions, type EmbedOptions } from './options.ts';

/** A chart as snippets describe it. */
export interface EmbeddedChart {
	readonly id: ChartId;
	/** The finding. */
	readonly title: string;
	/** The description of the whole chart, the alternative text of its picture. */
	readonly description: string;
	/** Where the data come from. */
	readonly credit: string;
	/** The name of the custom element. */
	readonly element: string;
	/** The title of its story. */
	readonly story: string;
	/** The id of its section in the story. */
	readonly section: string;
	/** Height in pixels to reserve, so that nothing is cut off in a column of 320 px or more. */
	readonly height: number;
	/** The smallest height in pixels, in any column. */
	readonly least: number;
	/** The size of its picture in pixels. */
	readonly picture: { readonly width: number; readonly height: number };
	/** Steps at which it can open, with the alternative text of their shared pictures. */
	readonly steps: readonly { readonly id: string; readonly heading: string; readonly description: string }[];
}

/** Addresses; all are absolute and end in a slash. */
export interface Addresses {
	/** The story. */
	readonly site: string;
	/** The folder of `embed/`, `charts/`, `share/`: the site, which is corrected, or one version, which is frozen. */
	readonly edition: string;
	/** The version's folder: its script never changes, so that its integrity stays valid. */
	readonly version: string;
	/** The integrity of `embed.js` in the version's folder: `sha384-…`. */
	readonly integrity: string;
}

const SCHEMES = { light: 'light', dark: 'dark', auto: 'light dark' } as const;

/** Addresses and texts that several snippets share. */
export function parts(chart: EmbeddedChart, options: EmbedOptions, addresses: Addresses) {
	const step = chart.steps.find(({ id }) => id === options.step);
	const { edition } = addresses;
	const still = (theme: 'light' | 'dark', size = '') => `${edition}charts/${chart.id}.${theme}${size}.png`;
	const first = options.theme === 'dark' ? 'dark' : 'light';
	const story = `${addresses.site}#${step?.id ?? chart.section}`;
	const credit = `${chart.credit} From “${chart.story}”, CC BY 4.0.`;
	const title = step ? `${chart.title}: ${step.heading}` : chart.title;
	return {
		frame: `${edition}embed/${chart.id}/${formatOptions(options)}`,
		story,
		title,
		scheme: SCHEMES[options.theme],
		/** The chart at the step, or whole in the chosen theme. */
		shared: step ? `${edition}share/${step.id}.png` : still(first),
		sharedWords: `${chart.title}. ${step?.description ?? chart.description}`,
		sharedSize: step ? { width: 1200, height: 630 } : chart.picture,
		still,
		first,
		hasDark: options.theme === 'auto' && !step,
		credit,
		link: `${open('a', { href: story })}${escapeMarkup(title)}</a>. ${escapeMarkup(credit)}`,
	} as const;
}

export type Parts = ReturnType<typeof parts>;
