/** The commit and the date of the sources: the same in every clone. */
import { git } from '#build/files.js';

export interface Provenance {
	/** Forty hexadecimal digits; null without git, or if the sources have uncommitted changes. */
	readonly commit: string | null;
	/** When the sources were last changed: the export's only clock. */
	readonly date: Date;
}

/** The sources of the site, relative to the root of the project. */
export const SOURCES: readonly string[] = [
	'src',
	'static',
	'seeds',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
];

/**
 * The commit of the sources, and their date: `SOURCE_DATE_EPOCH` (seconds since 1970), else the commit's, else the day
 * of release. What lies beside the sources, such as an earlier export, changes neither.
 * @param released `2026-01-31`
 */
export function provenance(root: string, released: string): Provenance {
	// A folder inside another repository has none of its commits.
	const isRoot = git(root, ['rev-parse', '--show-prefix'])?.trim() === '';
	const head = isRoot ? (git(root, ['rev-parse', 'HEAD'])?.trim() ?? null) : null;
	const isClean = git(root, ['status', '--porcelain', '--untracked-files=all', '--', ...SOURCES, 'LICENSE']) === '';
	const committed = head === null ? null : git(root, ['log', '-1', '--format=%ct']);
	const seconds = process.env['SOURCE_DATE_EPOCH'] ?? committed?.trim() ?? null;
	return {
		commit: isClean ? head : null,
		date: seconds !== null && /^\d{1,11}$/.test(seconds) ? new Date(Number(seconds) * 1000) : new Date(released),
	};
}
