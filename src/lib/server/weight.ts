import { existsSync, readFileSync } from 'node:fs';
import { brotlied } from '#build/compressed.ts';
import { filesAskedBy, type Weight } from '#lib/embed/hosting.ts';

/** Where the build has the hashed files by the time pages are made. */
const CLIENT = '.svelte-kit/output/client/';

const compressed = (file: string): number => {
	const bytes = readFileSync(file);
	return file.endsWith('.woff2') ? bytes.length : brotlied(file, bytes).length;
};

/** What a first view of a page takes; null in development, where nothing is as it will be. */
export function weightOf(html: string): Weight | null {
	const files = filesAskedBy(html).map((file) => CLIENT + file);
	if (import.meta.env.DEV || !files.every((file) => existsSync(file))) return null;
	const own = brotlied('index.html', Buffer.from(html)).length;
	return { requests: 1 + files.length, bytes: files.reduce((sum, file) => sum + compressed(file), own) };
}
