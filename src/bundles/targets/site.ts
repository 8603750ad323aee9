/** `site`: the whole site for a host, with the files for hosts, crawlers and security researchers at its root. */
import { guide, hostFiles } from '#hosts/hosts.ts';
import { isCopy, bundleFile, type BundleFile } from '#bundles/bundle.ts';
import type { Built } from '#bundles/built.ts';
import { withCompressed } from './compressed.ts';
import { expiryNote, robots, securityText, sitemap } from './well-known.ts';
import type { Target, TargetOptions } from './target.ts';

/** The pages that a reader may begin with: the story, and each embed. */
const opens = ({ files }: Built): string[] => [
	'index.html',
	...[...files.keys()].filter((path) => /^embed\/[^/]+\/index\.html$/.test(path)),
];

/** Files for hosts beside the build. A file that needs the origin or a contact is left out without it. */
function added(built: Built, { contact }: TargetOptions): BundleFile[] {
	const own = [...built.files.keys()].filter((path) => !isCopy(path));
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
			? 'No --origin: cards, oEmbed and embeds.json have relative addresses, and sitemap.xml is left out, because it may hold no others.'
			: null,
		address === null || address.pathname === '/'
			? null
			: `robots.txt and .well-known/security.txt are looked for only at the root of ${address.origin}: copy them there.`,
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
