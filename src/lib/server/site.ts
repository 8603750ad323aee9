/** The site's address, for those who cannot follow a relative one: scrapers, oEmbed, feeds. */
import { chartAt } from '#lib/model/chart-copy.ts';
import type { Story } from '#lib/model/story.ts';
import { escapeMarkup } from '#lib/model/text.ts';

/**
 * `PUBLIC_SITE` of the build's environment with a slash at its end, e.g. `https://example.org/story/`; null if it is not
 * set: then addresses stay relative. Throws for anything but a web address.
 */
export function siteAddress(value = process.env['PUBLIC_SITE'] ?? ''): string | null {
	if (value.trim() === '') return null;
	const url = URL.canParse(value) ? new URL(value) : null;
	if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
		throw new Error(`PUBLIC_SITE is “${value}”: write the site's whole address, e.g. https://example.org/story/`);
	return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

/** The current path for a published one: itself, unless it is a former one. */
export function leadsTo(path: string, { copy, subject }: Pick<Story, 'copy' | 'subject'>): string {
	const chart = /^\/embed\/([^/]+)\/$/.exec(path)?.[1];
	if (chart !== undefined) return `/embed/${chartAt(copy, chart)?.id ?? chart}/`;
	return (new Map(Object.entries(subject.formerly)).get(path) ?? path).replace(/#.*$/, '');
}

/** Pages that only redirect, and the "not found" page. */
const PASSING = /^\/(?:s\/|404)/;

/**
 * The canonical link of a page, by its path from the site's root; empty if the site's address is unknown, and for pages
 * that only redirect.
 */
export function canonicalLink(path: string, site = siteAddress()): string {
	if (site === null || PASSING.test(path)) return '';
	return `<link rel="canonical" href="${escapeMarkup(new URL(`.${path}`, site).href)}" />`;
}
