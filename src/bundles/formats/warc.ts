/** Pages in the format of crawlers: WARC 1.1 records of the built site, made without requests. */
import { CDXIndexer, WARCRecord, WARCSerializer } from 'warcio';
import { sha256 } from '#lib/export/hash.ts';
import { uuidOf } from '#lib/model/uuid.ts';

export interface Capture {
	/** The whole address. */
	readonly url: string;
	readonly mediaType: string;
	readonly bytes: Uint8Array;
	/** The absolute address that this one redirects to. */
	readonly location?: string;
}

/** A record's id is derived from its content, so that two archives of one site are the same. */
export const idOf = (text: string | Uint8Array): string => `<urn:uuid:${uuidOf(sha256(text), 4)}>`;

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
			once(bytes),
		),
		{ gzip: true },
	);

// eslint demands an await here; there is nothing to wait for.
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield await Promise.resolve(bytes);
}

/**
 * One WARC of all captures, each compressed as a gzip member of its own.
 * @param date ISO 8601, whole seconds, in UTC
 * @param software that wrote it
 */
export async function warc(captures: readonly Capture[], date: string, software: string): Promise<Uint8Array> {
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
export async function cdxj(bytes: Uint8Array): Promise<string> {
	const lines: string[] = [];
	const files = [{ filename: 'data.warc.gz', reader: once(bytes) }];
	for await (const entry of new CDXIndexer({ format: 'cdxj' }).iterIndex(files)) {
		const { urlkey, timestamp, ...rest } = entry;
		lines.push(`${String(urlkey)} ${String(timestamp)} ${JSON.stringify(rest)}`);
	}
	return `${lines.sort().join('\n')}\n`;
}
