/** Writes PNG files (specification, third edition): https://www.w3.org/TR/png-3/ */
import { crc32, deflateSync } from 'node:zlib';
import type { PictureSize } from '#lib/model/chart.ts';
import type { Indexed } from './palette.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Eight bits per sample, palette colours, the only compression and filter methods, no interlacing. */
const IN_PALETTE = [8, 3, 0, 0, 0];

/**
 * Level 8 takes three times as long as 7, and 9 seven times. With the usual block of symbols, memory level 8 or 9, the pictures
 * are a hundredth larger: their parts differ, and each block has codes of its own.
 */
const COMPRESSION = { level: 7, memLevel: 5 };

/** A chunk (5.3): the length of its content, its type, the content, and a checksum of the two. */
export function chunk(type: string, content: Uint8Array): Buffer {
	const framed = Buffer.alloc(content.length + 12);
	framed.writeUInt32BE(content.length, 0);
	framed.write(type, 4, 'latin1');
	framed.set(content, 8);
	framed.writeUInt32BE(crc32(framed.subarray(4, -4)), content.length + 8);
	return framed;
}

/** A picture of at most 256 colours. */
export function png({ width, height }: PictureSize, { palette, pixels }: Indexed): Uint8Array {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set(IN_PALETTE, 8);
	// The filter type before each line: none, because filters save nothing for flat shapes.
	const lines = Buffer.alloc(height * (width + 1));
	for (let y = 0; y < height; y += 1) lines.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', header),
		chunk('PLTE', Uint8Array.from(palette.flat())),
		chunk('IDAT', deflateSync(lines, COMPRESSION)),
		chunk('IEND', new Uint8Array()),
	]);
}
