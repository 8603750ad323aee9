import { homedir, hostname, tmpdir } from 'node:os';
import { NOWHERE } from '#bundles/targets/archive.ts';
import type { BundleInput } from './input.ts';
import { inStyles, readPage, type Address } from './page.ts';
import { textsOf } from './texts.ts';

/** Hosts that files name without anybody going there: vocabularies, namespaces, licences. */
const NAMED = new Set([
	'creativecommons.org',
	'datapackage.org',
	'gexf.net',
	'graphml.graphdrawing.org',
	'json-schema.org',
	'purl.org',
	'schema.org',
	'www.sitemaps.org',
	'www.w3.org',
]);

/** Made-up hosts, and the files whose readers know that they are: what is to be pasted, read or changed by hand. */
const MADE_UP: readonly (readonly [host: string, where: RegExp])[] = [
	['example.org', /(?:^|\/)(?:EMBED\.html|README\.txt)$|^hosting\/|^(?:site\/)?embed\/index\.html$/],
	['BUCKET', /^hosting\//],
	[new URL(NOWHERE).host, /^README\.txt$|^site\.wacz\//],
];

/** What stands before an address of a page that is not there to be seen: links for machines and cards. */
const FOR_OTHERS = /^(?:link (?:canonical|alternate)|meta (?:og|twitter):[\w:]+)$/;

/** Schemes that lead to no host. */
const HOSTLESS = new Set(['data:', 'mailto:', 'tel:', 'about:']);

/** Targets whose charts lead to the story where its address is known. */
const LED_TO_STORY = new Set(['chart', 'wire']);

/** Any host will do, as long as no address names it. */
const HERE = 'http://here.invalid/';

const once = (lines: readonly string[]): string[] => [...new Set(lines)];

const shortened = (address: string): string => address.slice(0, 120);

/** Whose an address is. */
function ownerOf(address: URL, { manifest }: BundleInput): 'own' | 'known' | 'foreign' {
	const { origin, publisher } = manifest;
	if (origin !== null && (address.href.startsWith(origin) || `${address.href}/` === origin)) return 'own';
	if (publisher !== '' && address.origin === new URL(publisher).origin) return 'known';
	return /^https?:$/.test(address.protocol) && NAMED.has(address.host) ? 'known' : 'foreign';
}

/** What is wrong with an address that a browser finds in a page or a style; null where it leads within, or may stand there. */
function misled({ to, by, loads }: Address, input: BundleInput): string | null {
	if (!URL.canParse(to, HERE)) return `names ${shortened(to)}, which is no address`;
	const url = new URL(to, HERE);
	if (`${url.origin}/` === HERE || (HOSTLESS.has(url.protocol) && by !== 'script')) return null;
	if (loads && !FOR_OTHERS.test(by)) return `loads ${shortened(to)} from a host (${by})`;
	const owner = ownerOf(url, input);
	if (owner === 'foreign') return `names ${shortened(to)}`;
	const isToStory = by === 'a' && LED_TO_STORY.has(input.manifest.target);
	return owner === 'own' && !FOR_OTHERS.test(by) && !isToStory
		? `names ${shortened(to)} whole (${by}), where it should be seen from the page`
		: null;
}

function inMarkup(path: string, bytes: Uint8Array, input: BundleInput): string[] {
	const found = /\.(?:html|svg)$/.test(path)
		? readPage(bytes).addresses
		: path.endsWith('.css')
			? inStyles(new TextDecoder().decode(bytes)).map((to) => ({ to, by: 'style', loads: true }))
			: [];
	return found.map((address) => misled(address, input)).filter((failure) => failure !== null);
}

/** Whole addresses in words, and strings that begin with a host. */
const ADDRESS = /\b[a-z][a-z0-9+.-]*:\/\/[^\s"'`<>()\\{}]+|(?<=["'`])\/\/[\w-]+(?:\.[\w-]+)+/gi;

/** A text as a program reads it that knows the escapes of JSON and scripts. */
const unescaped = (text: string): string =>
	text
		.replaceAll('\\/', '/')
		.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2}))/gi, (_, long?: string, short?: string) =>
			String.fromCharCode(parseInt(long ?? short ?? '', 16)),
		);

function inWords(path: string, text: string, input: BundleInput): string[] {
	return (unescaped(text).match(ADDRESS) ?? [])
		.filter((address) => {
			const url = URL.canParse(address, HERE) ? new URL(address, HERE) : null;
			const isMadeUp = MADE_UP.some(([host, where]) => url?.host === host && where.test(path));
			return !isMadeUp && (!url || ownerOf(url, input) === 'foreign');
		})
		.map((address) => `names ${shortened(address)}`);
}

/**
 * What is loaded from a host, and every host that is named without being known. The publisher is. So is the site's own
 * address, but in a page only where others are told of it: there all else is seen from the page.
 */
export function addresses(input: BundleInput): string[] {
	const { texts, unread } = textsOf(input);
	const all = [
		...[...input.files].map(([path, bytes]) => [path, () => inMarkup(path, bytes, input)] as const),
		...texts.map(([path, text]) => [path, () => inWords(path, text, input)] as const),
	];
	const found = all.flatMap(([path, look]) => {
		try {
			return look().map((failure) => `${path}: ${failure}`);
		} catch (problem) {
			return [`${path}: cannot be read: ${problem instanceof Error ? problem.message : ''}`];
		}
	});
	return once([...unread, ...found]);
}

/** Folders that machines have, as they are named from their root. */
const PLACES =
	/file:\/\/\/\w|(?<![\w.)*-])\/(?:home|Users|root|Volumes|private|mnt|tmp|builds|workspaces?|nix\/store|var\/(?:www|lib|tmp|folders))\/[\w.-]+|\b[A-Z]:[\\/](?:Users|Windows)\b|\/node_modules\//g;

/** Places on a disk as machines name them, and this machine's own names where they are long enough to be no word. */
export function traces(input: BundleInput): string[] {
	const own = [process.cwd(), homedir(), tmpdir(), hostname()].filter((name) => name.length > 6);
	return once(
		textsOf(input).texts.flatMap(([path, text]) => [
			...own.filter((name) => text.includes(name)).map((name) => `${path}: holds ${name}, a name of this machine`),
			...(text.match(PLACES) ?? []).map((found) => `${path}: holds ${found}, a place on somebody’s disk`),
		]),
	);
}
