import subsetFont from 'subset-font';
import { keyOf, store } from './cache.ts';

/** A variable font with the glyphs of these characters only, in the weights of an embed: regular to semibold. */
export async function withGlyphs(font: Uint8Array, characters: string): Promise<Uint8Array> {
	const key = keyOf('glyphs', font, characters);
	const found = store.recall(key);
	if (found) return found;
	const made = await subsetFont(font, characters, {
		...{ targetFormat: 'woff2', noLayoutClosure: true },
		variationAxes: { wght: { min: 400, max: 600 } },
	});
	store.keep(key, made);
	return made;
}
