/** What a page of ours asks of the host that serves it. */

/** What a first view takes. */
export interface Weight {
	readonly requests: number;
	/** As they come over the wire with brotli, without headers. */
	readonly bytes: number;
}

/** The hashed files that a built page names, from the root of the site, each once: all that its first view loads beside it. */
export const filesAskedBy = (html: string): string[] => [...new Set(html.match(/_app\/immutable\/[\w./-]+/g) ?? [])];
