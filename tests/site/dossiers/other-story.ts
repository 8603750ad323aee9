/** Builds of the project's code from other seeds and copy, in a checkout of their own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readBuilt, type Built } from '#bundles/built.ts';
import { checkoutOfToday, type Checkout } from '#tests/tools/bench/checkout.ts';

/** Today's sources with the project's own store of slow results. */
export function checkout(): Checkout {
	const made = checkoutOfToday();
	const cache = join('node_modules', '.cache');
	mkdirSync(join(made.folder, cache), { recursive: true });
	if (existsSync(join(cache, 'kept'))) symlinkSync(resolve(cache, 'kept'), join(made.folder, cache, 'kept'), 'dir');
	return made;
}

/** Builds the site of the dossier in a folder of the checkout. Rejects with the output if there are errors or warnings. */
export async function buildOf(folder: string, dossier: string): Promise<Built> {
	const env = Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !name.startsWith('VITEST'));
	const vite = join('node_modules', 'vite', 'bin', 'vite.js');
	const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		cwd: folder,
		env: { ...Object.fromEntries(env), DOSSIER: dossier, PUBLIC_SITE: '' },
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (words) => (output += String(words)));
	const [status] = (await once(child, 'close')) as [number | null];
	if (status !== 0) throw new Error(output);
	return readBuilt(join(folder, 'build'), folder, join(folder, dossier));
}
