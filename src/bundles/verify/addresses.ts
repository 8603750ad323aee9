import { homedir, hostname, tmpdir } from 'node:os';
import { NOWHERE } from '#bundles/targets/archive.ts';
import type { BundleInput } from './input.ts';
import { inStyles, readPage, type Address } from './page.ts';
import { decoded, reasonOf } from '#bundles/bundle.ts';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { chunksOf } from '#bundles/formats/png.ts';

/** Hosts that files name without requesting them: vocabularies, namespaces, licences. */
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

/** Placeholder hosts, each with the files that may name it: text to paste, read or edit by hand. */
const MADE_UP: readonly (readonly [host: string, where: RegExp])[] = [
	['example.org', /(?:^|\/)(?:EMBED\.html|README\.txt)$|^hosting\/|^(?:site\/)?embed\/index\.html$/],
	['BUCKET', /^hosting\//],
	[new URL(NOWHERE).host, /^README\.txt$|^site\.wacz\//],
];

/** Where a page may name its own absolute address: links for machines and cards. */
const FOR_OTHERS = /^(?:link (?:canonical|alternate)|meta (?:og|twitter):[\w:]+)$/;

/** Schemes without a host. */
const HOSTLESS = new Set(['data:', 'mailto:', 'tel:', 'about:']);

/** Targets whose charts link to the story if its address is known. */
const LED_TO_STORY = new Set(['chart', 'wire']);

/** A placeholder base, which no address names. */
const HERE = 'http://here.invalid/';

const once = (lines: readonly string[]): string[] => [...new Set(lines)];

const shortened = (address: string): string => address.slice(0, 120);

function ownerOf(address: URL, { manifest }: BundleInput): 'own' | 'known' | 'foreign' {
	const { origin, publisher } = manifest;
	if (origin !== null && (address.href.startsWith(origin) || `${address.href}/` === origin)) return 'own';
	if (publisher !== '' && address.origin === new URL(publisher).origin) return 'known';
	return /^https?:$/.test(address.protocol) && NAMED.has(address.host) ? 'known' : 'foreign';
}

/** The fault of an address in a page or style; null if it leads within the export, or is allowed there. */
function misled({ to, by, loads }: Address, input: BundleInput): string | null {
	if (!URL.canParse(to, HERE)) return `names ${shortened(to)}, which is not a valid URL`;
	const url = new URL(to, HERE);
	if (`${url.origin}/` === HERE || (HOSTLESS.has(url.protocol) && by !== 'script')) return null;
	if (loads && !FOR_OTHERS.test(by)) return `loads ${shortened(to)} from a host (${by})`;
	const owner = ownerOf(url, input);
	if (owner === 'foreign') return `names ${shortened(to)}`;
	const isToStory = by === 'a' && LED_TO_STORY.has(input.manifest.target);
	return owner === 'own' && !FOR_OTHERS.test(by) && !isToStory
		? `names ${shortened(to)} (${by}), which must be relative`
		: null;
}

function inMarkup(path: string, bytes: Uint8Array, input: BundleInput): string[] {
	const found = /\.(?:html|svg)$/.test(path)
		? readPage(bytes).addresses
		: path.endsWith('.css')
			? inStyles(decoded(bytes)).map((to) => ({ to, by: 'style', loads: true }))
			: [];
	return found.map((address) => misled(address, input)).filter((failure) => failure !== null);
}

/** Absolute addresses in text, and strings that begin with a host. */
const ADDRESS = /\b[a-z][a-z0-9+.-]*:\/\/[^\s"'`<>()\\{}]+|(?<=["'`])\/\/[\w-]+(?:\.[\w-]+)+/gi;

/** A text with the escapes of JSON and scripts resolved. */
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
 * Reports everything that is loaded from a host, and every unknown host. The publisher's is known. So is the site's own
 * address, but in a page only where metadata needs it: all else there is relative.
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
			return [`${path}: cannot be read: ${reasonOf(problem)}`];
		}
	});
	return once([...unread, ...found]);
}

/** Folders of machines, by absolute paths. */
const PLACES =
	/file:\/\/\/\w|(?<![\w.)*-])\/(?:home|Users|root|Volumes|private|mnt|tmp|builds|workspaces?|nix\/store|var\/(?:www|lib|tmp|folders))\/[\w.-]+|\b[A-Z]:[\\/](?:Users|Windows)\b|\/node_modules\//g;

/** Paths on a disk, and this machine's own names if they are long enough not to be words. */
export function traces(input: BundleInput): string[] {
	const own = [process.cwd(), homedir(), tmpdir(), hostname()].filter((name) => name.length > 6);
	return once(
		textsOf(input).texts.flatMap(([path, text]) => [
			...own.filter((name) => text.includes(name)).map((name) => `${path}: holds ${name}, a name of this machine`),
			...(text.match(PLACES) ?? []).map((found) => `${path}: holds ${found}, a local path`),
		]),
	);
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Chunks that our pictures have: none but `tEXt` holds words. */
const PICTURE_CHUNKS = new Set(['IHDR', 'IDAT', 'IEND', 'PLTE', 'sRGB', 'tEXt', 'tRNS']);

function inPng(path: string, bytes: Uint8Array): string {
	const chunks = chunksOf(bytes);
	if (!chunks) throw new Error(`${path}: is not a complete PNG`);
	const strange = chunks.find(({ type }) => !PICTURE_CHUNKS.has(type));
	if (strange) throw new Error(`${path}: has a part ${strange.type}, which none of our pictures has`);
	return chunks
		.filter(({ type }) => type === 'tEXt')
		.map(({ content }) => latin(content).replace('\0', ' '))
		.join('\n');
}

/** What a PDF says of itself and on its pages: in UTF-16 or not, in hexadecimal or not, packed or not. */
function inPdf(bytes: Uint8Array): string {
	const whole = latin(bytes);
	const hex = [...whole.matchAll(/<([\da-f\s]{4,})>/gi)].map(([, digits = '']) =>
		latin(Buffer.from(digits.replace(/\s/g, ''), 'hex')),
	);
	const streams = [...whole.matchAll(/stream\r?\n(.*?)endstream/gs)].map(([, packed = '']) => {
		try {
			return latin(inflateSync(Buffer.from(packed, 'latin1')));
		} catch {
			return '';
		}
	});
	const plain = whole.replace(/stream\r?\n.*?endstream/gs, '');
	return [plain, ...hex, ...streams]
		.join('\n')
		.replaceAll('\0', '')
		.replace(/\\(?=[/():])/g, '');
}

/** What is no text, or is checked elsewhere: a copy is compared with its file, pages in an archive with the site beside it. */
const SILENT = /\.(?:woff2|br|gz)$/;

function wordsIn(path: string, bytes: Uint8Array): (readonly [path: string, text: string])[] {
	if (SILENT.test(path)) return [];
	if (path.endsWith('.png')) return [[path, inPng(path, bytes)]];
	if (path.endsWith('.pdf')) return [[path, inPdf(bytes)]];
	if (/\.(?:wacz|zip)$/.test(path))
		return Object.entries(unzipSync(bytes)).flatMap(([inner, content]) => wordsIn(`${path}/${inner}`, content));
	return [[path, decoded(bytes)]];
}

/** The words of each file, by its path; and what cannot be read, a sentence each. */
function textsOf({ files }: Pick<BundleInput, 'files'>): {
	readonly texts: readonly (readonly [path: string, text: string])[];
	readonly unread: readonly string[];
} {
	const unread: string[] = [];
	const texts = [...files].flatMap(([path, bytes]) => {
		try {
			return wordsIn(path, bytes);
		} catch (problem) {
			const why = reasonOf(problem);
			unread.push(why.startsWith(`${path}: `) ? why : `${path}: cannot be read: ${why}`);
			return [];
		}
	});
	return { texts, unread };
}
