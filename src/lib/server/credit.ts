/** Writes data version and licence into a picture's file. */
import { inFull } from '#lib/export/story-json.ts';
import type { Still } from '#lib/stills/kept.ts';
import { chunk } from '#lib/stills/png.ts';
import { edition } from './story.ts';

/** By PNG keyword. */
const credit = { Source: inFull(edition()), Copyright: 'CC BY 4.0' };

/** The end of the header: a signature of 8 bytes, then length, type, 13 bytes of content, and checksum. */
const AFTER_HEADER = 8 + 4 + 4 + 13 + 4;

/** A keyword, a zero byte, and text in Latin-1 (11.3.3.2). */
const textChunk = (keyword: string, words: string): Buffer =>
	chunk('tEXt', Buffer.from(`${keyword}\0${words}`, 'latin1'));

function inPng(png: Uint8Array): Uint8Array {
	const chunks = Object.entries(credit).map(([keyword, words]) => textChunk(keyword, words));
	return new Uint8Array(Buffer.concat([png.subarray(0, AFTER_HEADER), ...chunks, png.subarray(AFTER_HEADER)]));
}

function inSvg(svg: Uint8Array): Uint8Array {
	const words = `<metadata>${credit.Source}. ${credit.Copyright}</metadata>`;
	return new TextEncoder().encode(new TextDecoder().decode(svg).replace('</desc>', `</desc>\n${words}`));
}

/** The picture with its source and licence. */
export const credited = (still: Still): Still => ({
	...still,
	bytes: still.type === 'image/png' ? inPng(still.bytes) : inSvg(still.bytes),
});
