/** A cache of slow results, by a hash of their inputs. Several builds may use it at the same time. */
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

/** Length in bytes of the hash at the start of each entry. */
const SUM = 32;

/** Maximum size in bytes; the least recently used entries are removed first. */
const MOST = 256e6;

/** A key for a result: what makes it, and everything that it depends on. */
export function keyOf(...parts: readonly (string | Uint8Array)[]): string {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(`${String(part.length)} ${typeof part}\0`).update(part);
	return hash.digest('hex');
}

/** The checksum of an entry under its key: it differs for a truncated file and for that of another key. */
const sumOf = (key: string, content: Uint8Array): Buffer => createHash('sha256').update(key).update(content).digest();

export interface Store {
	/** The result; null if there is none or its checksum is wrong. */
	recall(key: string): Uint8Array | null;
	/** Stores a result. If that fails, it will be made again. */
	keep(key: string, content: Uint8Array): void;
	/** The stored result, or else a new one, which is then stored. */
	kept(key: string, make: () => Uint8Array): Uint8Array;
	/** Removes the least recently used entries until the rest has at most this size in bytes. */
	tidy(most?: number): void;
}

/** A store in a folder, which is created if it does not exist. */
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

/** The entries of a folder, the last used first. Another build may remove any of them meanwhile. */
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

/** The store for builds; under Vitest it stores nothing. The working directory must be the root of the project. */
export const store: Store = process.env['VITEST'] === undefined ? storeIn('node_modules/.cache/results') : none;
