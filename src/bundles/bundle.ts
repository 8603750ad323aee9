/** What an export is made of: files with what they are, before any of them is written. */
import { mediaTypeOf as servedType } from '#hosts/rules.ts';
import type { ChartId } from '#lib/model/charts.ts';

/** What a file is for; `MANIFEST.json` says it of each. */
export const ROLES = [
	'page',
	'script',
	'style',
	'font',
	'picture',
	'data',
	'description',
	'words',
	'licence',
	'configuration',
	'compressed',
] as const;

export type Role = (typeof ROLES)[number];

export interface BundleFile {
	/** From the folder of the bundle, with `/` between folders. */
	readonly path: string;
	readonly bytes: Uint8Array;
	readonly mediaType: string;
	readonly role: Role;
}

/** A folder to be handed over as it is. */
export interface Bundle {
	/** Its place below the export's folder; empty where it is that folder. */
	readonly folder: string;
	/** The name that its zip, and the folder in it, have: `<story>-site`. */
	readonly name: string;
	readonly chart: ChartId | null;
	readonly files: readonly BundleFile[];
	/** The paths of the HTML pages with charts that a reader opens first; `export:verify` opens them. Empty if there are none. */
	readonly opens: readonly string[];
	/** What its maker should know, a sentence each: what was left out, and what to give for it. */
	readonly notes: readonly string[];
}

/** What a host never names: it sends these in place of other files. */
const copies: Readonly<Record<string, string>> = { br: 'application/x-brotli', gz: 'application/gzip' };

/** The media type of a file by its name, without its encoding, which is UTF-8 wherever there is one. */
export const mediaTypeOf = (path: string): string => copies[path.slice(-2)] ?? servedType(path).replace(/;.*$/, '');

const roles: readonly (readonly [RegExp, Role])[] = [
	[/\.(?:br|gz)$/, 'compressed'],
	[/\.html$/, 'page'],
	[/\.js$/, 'script'],
	[/\.css$/, 'style'],
	[/\.woff2$/, 'font'],
	[/\.(?:svg|png|pdf)$/, 'picture'],
	[/(?:^|\/)LICENSE(?:\.txt)?$/, 'licence'],
	[/(?:^|\/)(?:oembed\/.*|oembed|embeds|datapackage)\.json$|\.xml$|\.atom$/, 'description'],
	[/\.(?:csv|json|jsonld|gexf|graphml)$/, 'data'],
];

/** A file of a bundle; text is written in UTF-8. Role and media type follow from its name unless given. */
export function bundleFile(
	path: string,
	content: string | Uint8Array,
	overrides: { readonly role?: Role; readonly mediaType?: string } = {},
): BundleFile {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	const role = overrides.role ?? roles.find(([pattern]) => pattern.test(path))?.[1] ?? 'words';
	return { path, bytes, role, mediaType: overrides.mediaType ?? mediaTypeOf(path) };
}
