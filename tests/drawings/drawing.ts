/** Reviewed drawings: what the server draws must equal these files. */
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

/** How to accept an intended change of a drawing. */
const ACCEPT =
	'if this is what you meant, run “DRAWINGS=update npx vitest run --project unit tests/drawings”, look at each file that git says has changed, and commit it';

/**
 * Expects markup to equal the reviewed file `tests/drawings/<name>.svg`. With `DRAWINGS=update` in the environment it
 * writes the file instead. A missing file fails.
 */
export function expectDrawing(name: string, markup: string): void {
	const file = join(folder, `${name}.svg`);
	const drawn = normalised(markup);
	if (process.env['DRAWINGS'] === 'update') {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, drawn);
	}
	if (!existsSync(file)) throw new Error(`tests/drawings/${name}.svg does not exist; ${ACCEPT}`);
	expect(drawn, `tests/drawings/${name}.svg differs; ${ACCEPT}`).toBe(readFileSync(file, 'utf8'));
}
