/** How the data and its sources are named by those who use them. */
import type { Newsroom } from '#lib/model/method.ts';
import type { Source } from '#lib/model/records.ts';

/** An article by its name here, its headline and its date. */
export const sourceTitle = ({ label, headline, published }: Pick<Source, 'label' | 'headline' | 'published'>): string =>
	`${label}: ${headline.value} (${published.words})`;

/** `2026.1.31+0a1b2c3d4e5f`: the day of release, and a hash of the data. It is a semantic version. */
export function versionOf({ released }: Pick<Newsroom, 'released'>, hash: string): string {
	const day = released.split('-').map(Number).join('.');
	return `${day}+${hash.slice(0, 12)}`;
}
