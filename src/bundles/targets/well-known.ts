/** Files with well-known names, for crawlers and security researchers. */
import type { Built } from '#bundles/built.ts';
import { escapeMarkup } from '#lib/model/text.ts';

/** Days after the sources' date; RFC 9116 recommends less than a year. */
const VALID_DAYS = 360;
const DAY_MS = 86_400_000;

/** Pages that redirect, or belong in frames, are not for search engines. */
const isListed = (path: string): boolean => /(?:^|\/)index\.html$/.test(path) && !/^(?:v|s|embed\/[^/]+)\//.test(path);

/** `robots.txt`; with the site's address it also names the sitemap. */
export const robots = ({ origin }: Pick<Built, 'origin'>): string =>
	`User-agent: *\nAllow: /\n${origin === null ? '' : `\nSitemap: ${origin}sitemap.xml\n`}`;

/** `sitemap.xml` after sitemaps.org 0.9: the pages for readers, by their absolute addresses. */
export function sitemap(paths: readonly string[], origin: string): string {
	const pages = paths.filter(isListed).map((path) => origin + path.slice(0, -'index.html'.length));
	const entries = pages.sort().map((address) => `\t<url><loc>${escapeMarkup(address)}</loc></url>\n`);
	return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`;
}

/** An e-mail or web address, as RFC 9116 requires a contact; a plain e-mail address gets its scheme. */
const contactAddress = (contact: string): string =>
	/^[^\s:/]+@[^\s:/]+$/.test(contact) ? `mailto:${contact}` : contact;

/** When a `security.txt` for sources of this date expires. */
const expiryOf = (date: Date): Date => new Date(date.getTime() + VALID_DAYS * DAY_MS);

/** Days for which a `security.txt` should remain valid when it is published. */
const AHEAD_DAYS = 30;

/** A note on the expiry of `security.txt`, as of this day; null if there is none to make. */
export function expiryNote(date: Date, today: Date): string | null {
	const expires = expiryOf(date);
	const days = Math.floor((expires.getTime() - today.getTime()) / DAY_MS);
	if (days >= AHEAD_DAYS) return null;
	const when = `${days < 0 ? 'expired' : 'expires'} on ${expires.toISOString().slice(0, 10)}`;
	return `.well-known/security.txt ${when}, ${String(VALID_DAYS)} days after the last commit: commit anew, or set SOURCE_DATE_EPOCH=$(date +%s) for this export.`;
}

/**
 * `.well-known/security.txt` after RFC 9116; null without a contact, which it requires. It expires 360 days after the
 * sources' date, so that exports of the same sources are the same.
 */
export function securityText({ origin, date, story }: Pick<Built, 'origin' | 'date' | 'story'>, contact: string) {
	if (contact === '') return null;
	const expires = expiryOf(date)
		.toISOString()
		.replace(/\.\d+Z$/, 'Z');
	const lines = [
		`Contact: ${contactAddress(contact)}`,
		`Expires: ${expires}`,
		`Preferred-Languages: ${story.copy.language}`,
		...(origin === null ? [] : [`Canonical: ${origin}.well-known/security.txt`]),
	];
	return `${lines.join('\n')}\n`;
}
