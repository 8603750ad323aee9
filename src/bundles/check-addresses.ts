import { homedir, hostname, tmpdir } from 'node:os';
import type { Given } from './given.ts';

/** Hosts that files name without anybody going there: vocabularies, namespaces, licences, and the made-up host. */
const NAMED = new Set([
	'ambassador.invalid',
	'creativecommons.org',
	'datapackage.org',
	'example.org',
	'gexf.net',
	'graphml.graphdrawing.org',
	'json-schema.org',
	'purl.org',
	'schema.org',
	'www.sitemaps.org',
	'www.w3.org',
]);

/** Files that hold no text. */
const BINARY = /\.(?:png|pdf|woff2|br|gz|wacz|zip)$/;

/** Elements and style rules that load something, with an address of any host in them. */
const LOADS =
	/<(?:script|img|iframe|source|video|audio|embed|object|image|use)\b[^>]*\s(?:src|srcset|data|href)="(?:https?:)?\/\/[^"]*"|<link\b(?=[^>]*\brel="(?:stylesheet|preload|icon|manifest|modulepreload)")[^>]*\shref="(?:https?:)?\/\/[^"]*"|url\(\s*["']?(?:https?:)?\/\/[^)]*\)|@import\s+["'](?:https?:)?\/\/[^"']*/g;

const texts = ({ files }: Given): [string, string][] =>
	[...files].filter(([path]) => !BINARY.test(path)).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);

const once = (lines: readonly string[]): string[] => [...new Set(lines)];

/** What is loaded from a host, and every host that is named without being known. The origin and the publisher are. */
export function addresses(given: Given): string[] {
	const { origin, publisher } = given.manifest;
	const known = [origin, publisher].filter((address): address is string => address !== null && address !== '');
	const isKnown = (address: string): boolean =>
		known.some((one) => address.startsWith(one)) || (URL.canParse(address) && NAMED.has(new URL(address).host));
	return once(
		texts(given).flatMap(([path, text]) => [
			...(/\.(?:html|css|svg)$/.test(path)
				? (text.match(LOADS) ?? []).map((found) => `${path}: loads ${found.slice(-120)} from a host`)
				: []),
			...(text.match(/\bhttps?:\/\/[^\s"'`<>()\\{}]+/g) ?? [])
				.filter((address) => !isKnown(address))
				.map((address) => `${path}: names ${address.slice(0, 120)}`),
			...[...text.matchAll(/ (?:href|src)="(\/\/[^"]*)"/g)].map(([, address = '']) => `${path}: names ${address}`),
		]),
	);
}

/** Places on a disk as machines name them, and this machine's own names where they are long enough to be no word. */
export function traces(given: Given): string[] {
	const own = [process.cwd(), homedir(), tmpdir(), hostname()].filter((name) => name.length > 6);
	const general = /file:\/\/\/\w|\/(?:home|Users)\/[\w.-]+\/|\b[A-Z]:\\(?:Users|Windows)\\|\/node_modules\/\.cache\//g;
	return once(
		texts(given).flatMap(([path, text]) => [
			...own.filter((name) => text.includes(name)).map((name) => `${path}: holds ${name}, a name of this machine`),
			...(text.match(general) ?? []).map((found) => `${path}: holds ${found}, a place on somebody’s disk`),
		]),
	);
}
