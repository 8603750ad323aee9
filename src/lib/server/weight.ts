import { existsSync, readFileSync } from 'node:fs';
import { brotlied } from '#build/compressed.ts';
import { filesAskedBy, type Weight } from '#lib/embed/hosting.ts';

/** The folder of the hashed files while pages are rendered. */
const CLIENT = '.svelte-kit/output/client/';

const compressed = (file: string): number => {
	const bytes = readFileSync(file);
	return file.endsWith('.woff2') ? bytes.length : brotlied(file, bytes).length;
};

/** The size of a first view of a page; null in development, where files differ. */
export function weightOf(html: string): Weight | null {
	const files = filesAskedBy(html).map((file) => CLIENT + file);
	if (import.meta.env.DEV || !files.every((file) => existsSync(file))) return null;
	const own = brotlied('index.html', Buffer.from(html)).length;
	return { requests: 1 + files.length, bytes: files.reduce((sum, file) => sum + compressed(file), own) };
}
