/** Which data a picture was made from, and under which licence, written into its file. */
import { crc32 } from 'node:zlib';
import { inFull } from '#lib/export/story-json.ts';
import type { Still } from '#lib/stills/stills.ts';
import { edition } from './story.ts';

/** By the keywords that PNG has for them. */
const credit = { Source: inFull(edition()), Copyright: 'CC BY 4.0' };

/** After its eight bytes of signature a PNG has its header, 13 bytes of it between a length, a name and a sum. */
const AFTER_HEADER = 8 + 4 + 4 + 13 + 4;

/** A `tEXt` chunk (PNG, 11.3.3.2): a keyword, a zero, and words in Latin-1. */
function textChunk(keyword: string, words: string): Buffer {
	const content = Buffer.from(`tEXt${keyword}\0${words}`, 'latin1');
	const chunk = Buffer.alloc(content.length + 8);
	chunk.writeUInt32BE(content.length - 4, 0);
	content.copy(chunk, 4);
	chunk.writeUInt32BE(crc32(content), content.length + 4);
	return chunk;
}

function inPng(png: Uint8Array): Uint8Array {
	const chunks = Object.entries(credit).map(([keyword, words]) => textChunk(keyword, words));
	return new Uint8Array(Buffer.concat([png.subarray(0, AFTER_HEADER), ...chunks, png.subarray(AFTER_HEADER)]));
}

function inSvg(svg: Uint8Array): Uint8Array {
	const words = `<metadata>${credit.Source}. ${credit.Copyright}</metadata>`;
	return new TextEncoder().encode(new TextDecoder().decode(svg).replace('</desc>', `</desc>\n${words}`));
}

/** The picture, which now says where it is from. */
export const credited = (still: Still): Still => ({
	...still,
	bytes: still.type === 'image/png' ? inPng(still.bytes) : inSvg(still.bytes),
});
