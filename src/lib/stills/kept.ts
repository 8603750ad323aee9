/** Pictures that an earlier build drew. */
import { serialize } from 'node:v8';
import stillFonts from 'virtual:still-fonts';
import { keyOf, store } from '#build/cache.ts';
import { codeHash } from '#build/code.ts';
import type { PictureSize } from '#lib/model/chart.ts';

export interface Still extends PictureSize {
	readonly type: 'image/svg+xml' | 'image/png';
	readonly bytes: Uint8Array;
}

/** Whether the code that draws is known: a module that changed after its hash was taken may have been loaded. */
let isKnown: boolean | undefined;

/** The picture that the same code drew from the same input, or else a new one. The input is plain data, and everything that is drawn. */
export function kept(input: unknown, draw: () => Still): Still {
	isKnown ??= codeHash('.') === stillFonts.code;
	if (!isKnown) return draw();
	const key = keyOf('picture', stillFonts.identity, stillFonts.code, serialize(input));
	const found = store.recall(key);
	if (found) return unpacked(found);
	const drawn = draw();
	store.keep(key, packed(drawn));
	return drawn;
}

/** A line of JSON, then the bytes. */
const packed = ({ bytes, ...facts }: Still): Uint8Array =>
	Buffer.concat([Buffer.from(`${JSON.stringify(facts)}\n`), bytes]);

function unpacked(entry: Uint8Array): Still {
	const end = entry.indexOf(10);
	const facts = JSON.parse(Buffer.from(entry.subarray(0, end)).toString()) as Omit<Still, 'bytes'>;
	return { ...facts, bytes: entry.subarray(end + 1) };
}
