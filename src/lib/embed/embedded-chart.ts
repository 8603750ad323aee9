/** What snippets are made from: a chart, where it lies, and what follows from its options. */
import type { ChartId } from '#lib/model/charts.ts';
import { open } from './markup.ts';
import { escapeMarkup } from '#lib/model/text.ts';
import { formatOptions, type EmbedOptions } from './options.ts';

/** What snippets say of a chart. */
export interface EmbeddedChart {
	readonly id: ChartId;
	/** The finding. */
	readonly title: string;
	/** What the whole chart shows; the alternative text of its picture. */
	readonly description: string;
	/** Where the data come from. */
	readonly credit: string;
	/** The name of the custom element that shows it. */
	readonly element: string;
	/** The title of the story that it belongs to. */
	readonly story: string;
	/** The story's section that holds it, as an id. */
	readonly section: string;
	/** Pixels to reserve, such that nothing is cut off in a column of 320 px or more. */
	readonly height: number;
	/** Pixels that it takes at least, in whatever column. */
	readonly least: number;
	/** Pixels of the picture for columns. */
	readonly picture: { readonly width: number; readonly height: number };
	/** Steps at which it can be opened, with what their shared pictures show. */
	readonly steps: readonly { readonly id: string; readonly heading: string; readonly description: string }[];
}

/** Where things lie. Every address is absolute and ends in a slash. */
export interface Addresses {
	/** The story. */
	readonly site: string;
	/** What holds `embed/`, `charts/`, `share/`: the site, which follows corrections, or one version of it, kept as it is. */
	readonly edition: string;
	/** The version's folder: its script never changes, so that its integrity holds. */
	readonly version: string;
	/** Of `embed.js` in the version's folder: `sha384-…`. */
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
		/** The chart as it is at the step, or whole in the chosen theme. */
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
