/** Where the site will lie, for the few who cannot follow a relative address: scrapers, oEmbed, feeds. */
import { chartAt } from '#lib/model/chart-copy.ts';
import type { Story } from '#lib/model/story.ts';
import { escapeMarkup } from '#lib/model/text.ts';

/**
 * `PUBLIC_SITE` of the build's environment with a slash at its end, e.g. `https://example.org/story/`; null where
 * it is not set: then addresses stay relative. Throws for anything but an address of the web.
 */
export function siteAddress(value = process.env['PUBLIC_SITE'] ?? ''): string | null {
	if (value.trim() === '') return null;
	const url = URL.canParse(value) ? new URL(value) : null;
	if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
		throw new Error(`PUBLIC_SITE is “${value}”: write the site's whole address, e.g. https://example.org/story/`);
	return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

/** The path of the page that a published path leads to now: itself, unless it is one of before. */
export function leadsTo(path: string, { copy, subject }: Pick<Story, 'copy' | 'subject'>): string {
	const chart = /^\/embed\/([^/]+)\/$/.exec(path)?.[1];
	if (chart !== undefined) return `/embed/${chartAt(copy, chart)?.id ?? chart}/`;
	return (new Map(Object.entries(subject.formerly)).get(path) ?? path).replace(/#.*$/, '');
}

/** Pages that only lead to another, or stand for one that is not there. */
const PASSING = /^\/(?:s\/|404)/;

/**
 * The element that tells machines the one address of a page, by its path from the root of the site; empty where the
 * site's is not known, and for pages that only lead to another.
 */
export function canonicalLink(path: string, site = siteAddress()): string {
	if (site === null || PASSING.test(path)) return '';
	return `<link rel="canonical" href="${escapeMarkup(new URL(`.${path}`, site).href)}" />`;
}
