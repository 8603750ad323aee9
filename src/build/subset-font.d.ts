declare module 'subset-font' {
	export interface Options {
		readonly targetFormat: 'woff2' | 'woff' | 'sfnt';
		readonly variationAxes?: Readonly<Record<string, number | { readonly min?: number; readonly max?: number }>>;
		readonly noLayoutClosure?: boolean;
	}
	/** The font with only the glyphs of these characters. */
	export default function subsetFont(font: Uint8Array, characters: string, options: Options): Promise<Uint8Array>;
}
