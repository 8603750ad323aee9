/** What a page loads from its host. */

/** The size of a first view. */
export interface Weight {
	readonly requests: number;
	/** Transferred bytes with brotli, without headers. */
	readonly bytes: number;
}

/**
 * The hashed files that a built page loads for its first view, from the root of the site, each once: scripts, preloads,
 * and enabled style sheets. Fonts in styles are loaded only when their letters occur; those of an embed are in its page.
 */
export const filesAskedBy = (html: string): string[] => [
	...new Set(
		(html.match(/<(?:script|link|img)\b[^>]*>/g) ?? [])
			.filter((tag) => !/\sdisabled\b/.test(tag))
			.flatMap((tag) => tag.match(/_app\/immutable\/[\w./-]+/g) ?? []),
	),
];
