import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

export const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

/**
 * Unpacks a Chromium as npm packages carry it, a brotli file, to `<folder>/chromium`, once.
 * @returns the path of the executable
 */
export async function unpack(packed: string, folder: string): Promise<string> {
	const executable = join(folder, 'chromium');
	if (existsSync(executable)) return executable;
	await mkdir(dirname(folder), { recursive: true });
	const scratch = await mkdtemp(`${folder}-`);
	try {
		await pipeline(
			createReadStream(packed),
			createBrotliDecompress(),
			createWriteStream(join(scratch, 'chromium'), { mode: 0o755 }),
		);
		await rename(scratch, folder);
	} catch (problem) {
		await rm(scratch, { recursive: true, force: true });
		// Another process may have been faster; then the folder is there and complete, because renaming is atomic.
		if (!existsSync(executable)) throw problem;
	}
	return executable;
}
