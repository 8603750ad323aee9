/** Drawings kept as reviewed files: what the server draws must equal what somebody looked at. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const folder = dirname(fileURLToPath(import.meta.url));

/** One element a line, without the comments that the renderer leaves, so that a change reads as a diff. */
export function normalised(markup: string): string {
	const lines = markup
		.replace(/<!--.*?-->/gs, '')
		.replace(/\s+/g, ' ')
		.replace(/><\/(?:line|rect|path|circle)>/g, '/>')
		.replace(/> ?</g, '>\n<')
		.trim();
	return `${lines}\n`;
}

/**
 * Expects markup to equal the reviewed file `tests/drawings/<name>.svg`. With `DRAWINGS=update` in the environment it
 * writes the file instead; a file that is missing fails, so that nothing passes unseen.
 */
export function expectDrawing(name: string, markup: string): void {
	const file = join(folder, `${name}.svg`);
	const drawn = normalised(markup);
	if (process.env['DRAWINGS'] === 'update') {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, drawn);
	}
	if (!existsSync(file)) throw new Error(`no reviewed drawing ${name}.svg: run with DRAWINGS=update, look at it, commit it`);
	expect(drawn).toBe(readFileSync(file, 'utf8'));
}
