/** How to cite the data and its sources. */
import { dayInWords } from '#lib/model/dates.ts';
import type { Newsroom } from '#lib/model/method.ts';
import type { Source } from '#lib/model/records.ts';
import type { Story } from '#lib/model/story.ts';

/** An article by its name here, its headline where it has one, and its date. */
export function sourceTitle({ label, headline, published }: Pick<Source, 'label' | 'headline' | 'published'>): string {
	const name = headline.basis === 'stated' ? `${label}: ${headline.value}` : label;
	return `${name} (${published.words})`;
}

/** `2026.1.31+0a1b2c3d4e5f`: the day of release, and the first digits of the data’s hash. It is a semantic version. */
export function versionOf({ released }: Pick<Newsroom, 'released'>, hash: string): string {
	const day = released.split('-').map(Number).join('.');
	return `${day}+${hash.slice(0, 12)}`;
}

/** A reference to the data, without the URL. */
export function citation({ copy, newsroom }: Pick<Story, 'copy' | 'newsroom'>, version: string): string {
	const { name } = newsroom.publisher;
	const by = name === '' ? '' : `${name}. `;
	return `${by}“${copy.title}”: the data. Version ${version}, ${dayInWords(newsroom.released)}. CC BY 4.0.`;
}
