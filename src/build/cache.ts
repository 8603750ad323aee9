/** Results of slow work, kept by a hash of what they were made from. Any number of builds may use them at once. */
import { createHash, randomUUID } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Bytes of the hash in front of each entry. */
const SUM = 32;

/** What is kept at most, in bytes; what was not asked for longest goes first. */
const MOST = 256e6;

/** A key for results: whose they are, and all that they depend on. */
export function keyOf(...parts: readonly (string | Uint8Array)[]): string {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(`${String(part.length)} ${typeof part}\0`).update(part);
	return hash.digest('hex');
}

/** The entry's content under its key: a file that was cut off, or belongs to another key, has another sum. */
const sumOf = (key: string, content: Uint8Array): Buffer => createHash('sha256').update(key).update(content).digest();

export interface Store {
	/** The result; null where none is kept, or where it is not what was kept. */
	recall(key: string): Uint8Array | null;
	/** Keeps a result. Where that is not possible, it will be made again. */
	keep(key: string, content: Uint8Array): void;
	/** The result, made only where it is not kept. */
	kept(key: string, make: () => Uint8Array): Uint8Array;
	/** Drops what was not asked for longest, down to a size in bytes. */
	tidy(most?: number): void;
}

/** A store in a folder, which need not exist yet. */
export function storeIn(folder: string): Store {
	const recall = (key: string): Uint8Array | null => {
		const file = join(folder, key);
		try {
			const entry = readFileSync(file);
			const content = entry.subarray(SUM);
			if (!sumOf(key, content).equals(entry.subarray(0, SUM))) return null;
			const now = new Date();
			utimesSync(file, now, now);
			return new Uint8Array(content);
		} catch {
			return null;
		}
	};
	const keep = (key: string, content: Uint8Array): void => {
		const scratch = join(folder, `${key}.${randomUUID()}`);
		try {
			mkdirSync(folder, { recursive: true });
			writeFileSync(scratch, Buffer.concat([sumOf(key, content), content]));
			renameSync(scratch, join(folder, key));
		} catch {
			if (existsSync(scratch)) rmSync(scratch);
		}
	};
	const kept = (key: string, make: () => Uint8Array): Uint8Array => {
		const found = recall(key);
		if (found) return found;
		const made = make();
		keep(key, made);
		return made;
	};
	const tidy = (most = MOST): void => {
		let left = most;
		for (const { file, size } of entriesIn(folder)) {
			left -= size;
			if (left < 0) rmSync(file, { force: true });
		}
	};
	return { recall, keep, kept, tidy };
}

/** What a folder holds, the last used first; another build may take any of it away meanwhile. */
function entriesIn(folder: string): { readonly file: string; readonly size: number }[] {
	try {
		return readdirSync(folder)
			.flatMap((name) => {
				const file = join(folder, name);
				const stats = statSync(file, { throwIfNoEntry: false });
				return stats ? [{ file, size: stats.size, used: stats.mtimeMs }] : [];
			})
			.sort((a, b) => b.used - a.used);
	} catch {
		return [];
	}
}

const none: Store = { recall: () => null, keep: () => undefined, kept: (_, make) => make(), tidy: () => undefined };

/** The store of this project's builds; tests make everything anew. Expects to run at the root of the project. */
export const store: Store = process.env['VITEST'] === undefined ? storeIn('node_modules/.cache/kept') : none;
