/** `site`: the whole site for a host, with the files for hosts, crawlers and security researchers at its root. */
import { guide, hostFiles } from '#hosts/hosts.ts';
import { isCompressed, bundleFile, type BundleFile } from '#bundles/bundle.ts';
import type { Built } from '#bundles/built.ts';
import type { Target, TargetOptions } from './target.ts';
import { brotlied, gzipped } from '#build/compressed.ts';
import { escapeMarkup } from '#lib/model/text.ts';

/** The pages that a reader may begin with: the story, and each embed. */
const opens = ({ files }: Built): string[] => [
	'index.html',
	...[...files.keys()].filter((path) => /^embed\/[^/]+\/index\.html$/.test(path)),
];

/** Files for hosts beside the build. A file that needs the origin or a contact is left out without it. */
function added(built: Built, { contact }: TargetOptions): BundleFile[] {
	const own = [...built.files.keys()].filter((path) => !isCompressed(path));
	const base = built.origin === null ? '/' : new URL(built.origin).pathname;
	const later = ['LICENSE.txt', 'MANIFEST.json', 'SHA256SUMS', 'robots.txt', '.well-known/security.txt'];
	const files = [...own, ...later, ...(built.origin === null ? [] : ['sitemap.xml'])];
	const forHosts = [...hostFiles([...new Set(files)].sort(), base), guide(built.files)];
	const security = securityText(built, contact ?? built.story.newsroom.contact);
	return [
		bundleFile('LICENSE.txt', built.licence),
		bundleFile('robots.txt', robots(built), { role: 'configuration' }),
		...(built.origin === null ? [] : [bundleFile('sitemap.xml', sitemap([...built.files.keys()], built.origin))]),
		...(security === null ? [] : [bundleFile('.well-known/security.txt', security, { role: 'configuration' })]),
	]
		.flatMap(withCompressed)
		.concat(forHosts.map(({ path, text }) => bundleFile(path, text, { role: 'configuration' })));
}

function notes({ origin, story, date }: Built, { contact }: TargetOptions): string[] {
	const hasContact = (contact ?? story.newsroom.contact) !== '';
	const expiry = hasContact ? expiryNote(date, new Date()) : null;
	const address = origin === null ? null : new URL(origin);
	return [
		expiry,
		address === null
			? 'No --origin: cards, oEmbed and embeds.json have relative URLs, and sitemap.xml, which must have absolute ones, is left out.'
			: null,
		address === null || address.pathname === '/'
			? null
			: `robots.txt and .well-known/security.txt are only found at the root of ${address.origin}: copy them there.`,
		hasContact
			? null
			: 'No contact, so no .well-known/security.txt, which must name one: write contact: in seeds/newsroom.yaml, or give --contact mailto:….',
	].filter((note) => note !== null);
}

export const site: Target = {
	summary: 'the whole site with compressed copies, for any folder of any host',
	byChart: false,
	folders: () => [''],
	bundles(built, options) {
		const more = added(built, options);
		const replaced = new Set(more.map(({ path }) => path));
		const own = [...built.files].filter(([path]) => !replaced.has(path));
		return [
			{
				folder: '',
				name: `${built.story.subject.names.bundles}-site`,
				chart: null,
				opens: opens(built),
				notes: notes(built, options),
				files: [...own.map(([path, bytes]) => bundleFile(path, bytes)), ...more],
			},
		];
	},
};

const withCompressed = (file: BundleFile): readonly BundleFile[] => [
	file,
	bundleFile(`${file.path}.br`, brotlied(file.path, file.bytes)),
	bundleFile(`${file.path}.gz`, gzipped(file.path, file.bytes)),
];

/** Days after the sources' date; RFC 9116 recommends less than a year. */
const VALID_DAYS = 360;
const DAY_MS = 86_400_000;

/** Pages that redirect, or belong in frames, are not for search engines. */
const isListed = (path: string): boolean => /(?:^|\/)index\.html$/.test(path) && !/^(?:v|s|embed\/[^/]+)\//.test(path);

/** `robots.txt`; with the site's address it also names the sitemap. */
const robots = ({ origin }: Pick<Built, 'origin'>): string =>
	`User-agent: *\nAllow: /\n${origin === null ? '' : `\nSitemap: ${origin}sitemap.xml\n`}`;

/** `sitemap.xml` after sitemaps.org 0.9: the pages for readers, by their absolute addresses. */
function sitemap(paths: readonly string[], origin: string): string {
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
	return `.well-known/security.txt ${when}, ${String(VALID_DAYS)} days after the last commit: commit again, or set SOURCE_DATE_EPOCH=$(date +%s) for this export.`;
}

/**
 * `.well-known/security.txt` after RFC 9116; null without a contact, which it requires. It expires 360 days after the
 * sources' date, so that exports of the same sources are the same.
 */
function securityText({ origin, date, story }: Pick<Built, 'origin' | 'date' | 'story'>, contact: string) {
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
