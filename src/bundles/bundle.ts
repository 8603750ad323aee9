/** The content of an export: files with their role and type, before any is written. */
import { roleOf, type Role } from './roles.ts';
import { mediaTypeOf as servedType } from '#hosts/rules.ts';
import type { ChartId } from '#lib/model/charts.ts';

export interface BundleFile {
	/** From the folder of the bundle, with `/` between folders. */
	readonly path: string;
	readonly bytes: Uint8Array;
	readonly mediaType: string;
	readonly role: Role;
}

/** A folder to hand over as it is. */
export interface Bundle {
	/** Its path below the export's folder; empty for that folder itself. */
	readonly folder: string;
	/** The name of its zip, and of the folder in it: `<story>-site`. */
	readonly name: string;
	readonly chart: ChartId | null;
	readonly files: readonly BundleFile[];
	/** The paths of the HTML pages with charts that a reader opens first; `export:verify` opens them. Empty if there are none. */
	readonly opens: readonly string[];
	/** Notes for the user who runs the export, a sentence each: what was left out, and the option that adds it. */
	readonly notes: readonly string[];
}

export const decoded = (bytes?: Uint8Array): string => new TextDecoder().decode(bytes);

/** A compressed copy of a file, which lies beside it. */
export const isCompressed = (path: string): boolean => /\.(?:br|gz)$/.test(path);

export const reasonOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));

/** Media types of compressed copies, which hosts send in place of the plain files. */
const copies: Readonly<Record<string, string>> = { br: 'application/x-brotli', gz: 'application/gzip' };

/** The media type of a file by its name, without its encoding, which is UTF-8 for all text. */
export const mediaTypeOf = (path: string): string => copies[path.slice(-2)] ?? servedType(path).replace(/;.*$/, '');

/** A file of a bundle; text is written in UTF-8. Role and media type follow from its name unless given. */
export function bundleFile(
	path: string,
	content: string | Uint8Array,
	overrides: { readonly role?: Role; readonly mediaType?: string } = {},
): BundleFile {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	const role = overrides.role ?? roleOf(path);
	return { path, bytes, role, mediaType: overrides.mediaType ?? mediaTypeOf(path) };
}
