/** Folders of seeds and copy for the tests: the samples, and this project itself where it stands. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { File } from '#compile/seeds/items.ts';
import { readOriginals, readInput } from '#compile/read.ts';

export const root = join(import.meta.dirname, '../..');
export const samples = join(import.meta.dirname, 'samples');
/** Where the originals are on a machine that has them. */
export const originalsFolder = process.env['SEEDS_ORIGINALS'] ?? join(root, '../shared/seeds');

/** The valid sample, with the files of a sample's folder added, and those in its `removed.txt` removed. */
export function sample(code: string): File[] {
	const folder = join(samples, code);
	const removal = join(folder, 'removed.txt');
	const removed = existsSync(removal) ? readFileSync(removal, 'utf8').trim().split('\n') : [];
	const files = new Map([...readInput(join(samples, '_valid')), ...readInput(folder)].map((file) => [file.file, file]));
	return [...files.values()].filter(({ file }) => !removed.includes(file));
}

/** This project's own seeds and copy, with the originals where they are present. */
export function project(): File[] {
	const input = readInput(root);
	const present = new Set(input.map(({ file }) => file));
	return [...input, ...readOriginals(originalsFolder, input).filter(({ file }) => !present.has(file))];
}
