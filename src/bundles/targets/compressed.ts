/** Compressed copies of a bundle's files, made as in the build. */
import { brotlied, gzipped } from '#build/compressed.ts';
import { bundleFile, type BundleFile } from '#bundles/bundle.ts';

/** A file and its two compressed copies. */
export const withCompressed = (file: BundleFile): readonly BundleFile[] => [
	file,
	bundleFile(`${file.path}.br`, brotlied(file.path, file.bytes)),
	bundleFile(`${file.path}.gz`, gzipped(file.path, file.bytes)),
];
