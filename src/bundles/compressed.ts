/** Copies that a host sends to those who take them, as the build makes them. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { bundleFile, type BundleFile } from './bundle.ts';

export const gzipped = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 9 });

export const brotlied = (bytes: Uint8Array): Uint8Array =>
	brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

/** A file and its two compressed copies. */
export const withCompressed = (file: BundleFile): readonly BundleFile[] => [
	file,
	bundleFile(`${file.path}.br`, brotlied(file.bytes)),
	bundleFile(`${file.path}.gz`, gzipped(file.bytes)),
];
