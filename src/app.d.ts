/// <reference types="@sveltejs/kit" />

/** The name of the custom element that `/embed.js` defines; inserted when it is bundled. */
declare const __ELEMENT__: string;

declare module 'virtual:story' {
	import type { Story } from '#lib/model/story.ts';
	/** Everything compiled from the seeds and the copy. For the server only. */
	const story: Story;
	export default story;
}

declare module 'virtual:behaviours' {
	/** The pages' one script: its address, relative to the root of the site, its integrity and its code; null in development. */
	const script: { readonly address: string; readonly integrity: string | null; readonly code: string | null };
	export default script;
}

declare module 'virtual:gallery' {
	/** The gallery's script, described like that of the pages. */
	const script: { readonly address: string; readonly integrity: string | null; readonly code: string | null };
	export default script;
}

declare module 'virtual:still-fonts' {
	const stillFonts: {
		/** Font files for still pictures, as paths on this machine. */
		readonly files: readonly string[];
		/** A hash of what a picture's bytes depend on besides its SVG: fonts, renderer, compression. */
		readonly identity: string;
		/** A hash of the code that draws pictures, as it was when it was loaded (`build/code.ts`). */
		readonly code: string;
	};
	export default stillFonts;
}

declare module 'virtual:embeds' {
	/** The scripts of embeds, with hashes in the format of policies and `integrity` attributes. */
	const embeds: {
		/** Runs in the head of an embed. */
		readonly first: { readonly code: string; readonly hash: string };
		/** Runs at the end of an embed, by what it draws. */
		readonly behaviours: Readonly<Record<'marks' | 'network', { readonly code: string; readonly hash: string }>>;
		/** Runs after these. */
		readonly tell: { readonly code: string; readonly hash: string };
		/** Runs in the head of the story. */
		readonly early: { readonly code: string; readonly hash: string };
		/** Runs in the 404 page. */
		readonly missing: { readonly code: string; readonly hash: string };
		/** `/embed.js`. */
		readonly element: { readonly code: string; readonly integrity: string };
	};
	export default embeds;
}
