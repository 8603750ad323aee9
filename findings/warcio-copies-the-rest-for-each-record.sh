#!/usr/bin/env bash
# One would guess: reading a WARC takes a time in proportion to its length, whether it is handed over whole, as a program has it in
# memory, or in pieces, as a network delivers it.
# What happens: for each compressed record the reader copies all that is left of the piece in which the record begins. A file in one
# piece is copied in half for every record; in pieces of 64 kB the copies do not grow with the file. The index is the same. In warcio 2.4.11.
# Where it matters: who packs a site of a thousand files into a web archive and writes its index: twice the files, four times the copies.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts warcio@2.4.11
cat > run.mjs <<'JS'
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CDXIndexer, WARCRecord, WARCSerializer } from 'warcio';
console.log(`warcio ${JSON.parse(readFileSync('node_modules/warcio/package.json', 'utf8')).version}`);
async function* pieces(bytes, size) {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function archive(count) {
	const records = [];
	for (let n = 0; n < count; n++) {
		// Hexadecimal digests, since a text that repeats itself would be compressed to nothing.
		const text = Array.from({ length: 60 }, (_, line) => createHash('sha256').update(`${n} ${line}`).digest('hex')).join('\n');
		const about = { url: `https://example.org/${n}`, date: '2017-07-01T00:00:00Z', type: 'response', warcVersion: 'WARC/1.1' };
		const record = WARCRecord.create({ ...about, statusline: 'HTTP/1.1 200 OK', httpHeaders: { 'Content-Type': 'text/plain' } }, pieces(new TextEncoder().encode(text), 65536));
		records.push(await WARCSerializer.serialize(record, { gzip: true }));
	}
	return new Uint8Array(Buffer.concat(records));
}
const slice = Uint8Array.prototype.slice;
async function read(bytes, size) {
	let copied = 0;
	Uint8Array.prototype.slice = function (...range) {
		const part = slice.apply(this, range);
		copied += part.length;
		return part;
	};
	let lines = 0;
	for await (const _ of new CDXIndexer({ format: 'cdxj' }).iterIndex([{ filename: 'data.warc.gz', reader: pieces(bytes, size) }])) lines++;
	Uint8Array.prototype.slice = slice;
	return { lines, times: copied / bytes.length };
}
for (const count of [100, 200]) {
	const bytes = await archive(count);
	const [whole, parts] = [await read(bytes, bytes.length), await read(bytes, 65536)];
	console.log(`${count} records, ${whole.lines} and ${parts.lines} lines of index: the file copied ${Math.round(whole.times / 10) * 10} times over when whole, ${Math.round(parts.times / 10) * 10} times in pieces`);
}
JS
said=$(node run.mjs)
echo "$said"
[ "$said" = "warcio 2.4.11
100 records, 100 and 100 lines of index: the file copied 60 times over when whole, 20 times in pieces
200 records, 200 and 200 lines of index: the file copied 110 times over when whole, 20 times in pieces" ]
