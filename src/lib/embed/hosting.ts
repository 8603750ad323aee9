/** What a page of ours asks of the host that serves it. */

/** What a first view takes. */
export interface Weight {
	readonly requests: number;
	/** As they come over the wire with brotli, without headers. */
	readonly bytes: number;
}

/**
 * The hashed files that a built page loads for its first view, from the root of the site, each once: scripts, what is
 * preloaded, style sheets that are not switched off. Fonts that styles name are loaded where their letters are met;
 * those of an embed are in its page.
 */
export const filesAskedBy = (html: string): string[] => [
	...new Set(
		(html.match(/<(?:script|link|img)\b[^>]*>/g) ?? [])
			.filter((tag) => !/\sdisabled\b/.test(tag))
			.flatMap((tag) => tag.match(/_app\/immutable\/[\w./-]+/g) ?? []),
	),
];
