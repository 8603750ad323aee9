/** PNGs of one grey pixel. */
import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, content: Uint8Array): Buffer {
	const body = Buffer.concat([Buffer.from(type), content]);
	const made = Buffer.alloc(body.length + 8);
	made.writeUInt32BE(content.length, 0);
	body.copy(made, 4);
	made.writeUInt32BE(crc32(body), body.length + 4);
	return made;
}

/**
 * @param words by their keywords, as they stand in the file
 * @param type of the chunks that they stand in
 */
export function png(grey: number, words: Readonly<Record<string, string>> = {}, type = 'tEXt'): Uint8Array {
	const textChunks = Object.entries(words).map(([keyword, text]) =>
		chunk(type, Buffer.from(`${keyword}\0${text}`, 'latin1')),
	);
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', Uint8Array.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
		...textChunks,
		chunk('IDAT', deflateSync(Uint8Array.from([0, grey]))),
		chunk('IEND', new Uint8Array()),
	]);
}
