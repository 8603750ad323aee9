/** A web archive in one file (WACZ 1.1.1), which ReplayWeb.page and web archives replay. */
import { zipSync } from 'fflate';
import { sha256 } from '#lib/export/hash.ts';
import { cdxj, idOf, warc, type Capture } from './warc.ts';
import { entryOf } from './zip.ts';

export interface ArchivedPage {
	readonly url: string;
	readonly title: string;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

const pagesFile = (pages: readonly ArchivedPage[], ts: string): string =>
	[
		{ format: 'json-pages-1.0', id: 'pages', title: 'All pages', hasText: false },
		...pages.map(({ url, title }) => ({ id: idOf(url).slice('<urn:uuid:'.length, -1), url, title, ts })),
	]
		.map((line) => `${JSON.stringify(line)}\n`)
		.join('');

/** The metadata of an archive. */
interface ArchiveMetadata {
	readonly title: string;
	readonly description: string;
	readonly software: string;
	readonly date: Date;
}

const momentOf = ({ date }: Pick<ArchiveMetadata, 'date'>): string => date.toISOString().replace(/\.\d+Z$/, 'Z');

/** The path of the WARC file in an archive. */
export const RECORDS = 'archive/data.warc.gz';

/** The WARC file with these captures. */
export const archiveRecords = (
	captures: readonly Capture[],
	metadata: Pick<ArchiveMetadata, 'date' | 'software'>,
): Promise<Uint8Array> => warc(captures, momentOf(metadata), metadata.software);

/**
 * An archive of these captures. The same captures at the same time give the same bytes.
 * @param pages the captures that are listed as pages; the first is opened first
 */
export const wacz = async (
	captures: readonly Capture[],
	pages: readonly ArchivedPage[],
	metadata: ArchiveMetadata,
): Promise<Uint8Array> => packaged(await archiveRecords(captures, metadata), pages, metadata);

/** Packs a WARC file with its index and its list of pages. */
export async function packaged(
	archive: Uint8Array,
	pages: readonly ArchivedPage[],
	metadata: ArchiveMetadata,
): Promise<Uint8Array> {
	const moment = momentOf(metadata);
	const files = {
		[RECORDS]: archive,
		'indexes/index.cdxj': text(await cdxj(archive)),
		'pages/pages.jsonl': text(pagesFile(pages, moment)),
	};
	const resources = Object.entries(files).map(([path, bytes]) => ({
		...{ name: path.split('/').pop() ?? path, path, hash: `sha256:${sha256(bytes)}`, bytes: bytes.length },
	}));
	const about = text(
		json({
			...{ profile: 'data-package', wacz_version: '1.1.1', title: metadata.title, description: metadata.description },
			...{ software: metadata.software, created: moment, modified: moment },
			...{ mainPageUrl: pages[0]?.url, mainPageDate: moment, resources },
		}),
	);
	const digest = text(json({ path: 'datapackage.json', hash: `sha256:${sha256(about)}` }));
	const all = { ...files, 'datapackage.json': about, 'datapackage-digest.json': digest };
	// Players read parts of a WARC from within the zip, so nothing in it is compressed again.
	return zipSync(Object.fromEntries(Object.entries(all).map(([path, bytes]) => [path, entryOf(bytes, 0)])));
}
