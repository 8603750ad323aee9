/** Splits a PNG into its chunks. */
import { crc32 } from 'node:zlib';

export interface Chunk {
	/** `IHDR`, `tEXt` … */
	readonly type: string;
	readonly content: Uint8Array;
}

const SIGNATURE = '\x89PNG\r\n\x1a\n';

/** The chunks of a PNG; null if the bytes are not a complete PNG, or a checksum is wrong. */
export function chunksOf(bytes: Uint8Array): readonly Chunk[] | null {
	const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	if (all.toString('latin1', 0, 8) !== SIGNATURE) return null;
	const chunks: Chunk[] = [];
	for (let at = 8; at < all.length;) {
		const end = at + 12 + (at + 12 > all.length ? Infinity : all.readUInt32BE(at));
		if (end > all.length || crc32(all.subarray(at + 4, end - 4)) !== all.readUInt32BE(end - 4)) return null;
		chunks.push({ type: all.toString('latin1', at + 4, at + 8), content: all.subarray(at + 8, end - 4) });
		at = end;
	}
	return chunks.at(-1)?.type === 'IEND' ? chunks : null;
}
