/** A web archive in one file (WACZ 1.1.1), which ReplayWeb.page and web archives replay. */
import { zipSync } from 'fflate';
import { sha256 } from '#lib/export/hash.ts';
import { entryOf } from './zip.ts';
import { CDXIndexer, WARCRecord, WARCSerializer } from 'warcio';
import { uuidOf } from '#lib/model/uuid.ts';

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

interface ArchiveMetadata {
	readonly title: string;
	readonly description: string;
	readonly software: string;
	readonly date: Date;
}

const momentOf = ({ date }: Pick<ArchiveMetadata, 'date'>): string => date.toISOString().replace(/\.\d+Z$/, 'Z');

/** The path of the WARC file in an archive. */
export const RECORDS = 'archive/data.warc.gz';

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

export interface Capture {
	readonly url: string;
	readonly mediaType: string;
	readonly bytes: Uint8Array;
	/** The absolute address that this one redirects to. */
	readonly location?: string;
}

/** A record's id is derived from its content, so that two archives of one site are the same. */
const idOf = (text: string | Uint8Array): string => `<urn:uuid:${uuidOf(sha256(text), 4)}>`;

/** Bytes. */
const PIECE = 65_536;

const record = async ({ url, mediaType, bytes, location }: Capture, date: string): Promise<Uint8Array> =>
	WARCSerializer.serialize(
		WARCRecord.create(
			{
				...{ url, date, type: 'response', warcVersion: 'WARC/1.1' },
				statusline: location === undefined ? 'HTTP/1.1 200 OK' : 'HTTP/1.1 301 Moved Permanently',
				httpHeaders: {
					...{ 'Content-Type': mediaType, 'Content-Length': String(bytes.length) },
					...(location === undefined ? {} : { Location: location }),
				},
				warcHeaders: { 'WARC-Record-ID': idOf(`${url} ${sha256(bytes)}`) },
			},
			pieces(bytes),
		),
		{ gzip: true },
	);

// In pieces, because warcio copies the rest of a piece for each record that it reads. eslint demands an await; there is
// nothing to wait for.
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += PIECE) yield await Promise.resolve(bytes.subarray(at, at + PIECE));
}

/**
 * One WARC of all captures, each compressed as a gzip member of its own.
 * @param date ISO 8601, whole seconds, in UTC
 * @param software that wrote it
 */
async function warc(captures: readonly Capture[], date: string, software: string): Promise<Uint8Array> {
	const info = await WARCSerializer.serialize(
		WARCRecord.createWARCInfo(
			{
				...{ filename: 'data.warc.gz', warcVersion: 'WARC/1.1', date },
				warcHeaders: { 'WARC-Record-ID': idOf(`${software} ${date}`) },
			},
			{ software, format: 'WARC File Format 1.1' },
		),
		{ gzip: true },
	);
	const records: Uint8Array[] = [];
	for (const capture of captures) records.push(await record(capture, date));
	return new Uint8Array(Buffer.concat([info, ...records]));
}

/** The index of a WARC (CDXJ): a line for each record, sorted, `<reversed address> <time> {…}`. */
async function cdxj(bytes: Uint8Array): Promise<string> {
	const lines: string[] = [];
	const files = [{ filename: 'data.warc.gz', reader: pieces(bytes) }];
	for await (const entry of new CDXIndexer({ format: 'cdxj' }).iterIndex(files)) {
		const { urlkey, timestamp, ...rest } = entry;
		lines.push(`${String(urlkey)} ${String(timestamp)} ${JSON.stringify(rest)}`);
	}
	return `${lines.sort().join('\n')}\n`;
}
