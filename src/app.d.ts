/// <reference types="@sveltejs/kit" />

/** The name of the element that `/embed.js` defines; written in when it is bundled. */
declare const __ELEMENT__: string;

declare module 'virtual:story' {
	import type { Story } from '#lib/model/story.ts';
	/** Everything compiled from the seeds and the copy. For the server only. */
	const story: Story;
	export default story;
}

declare module 'virtual:behaviours' {
	/** The pages' one script: its address, relative to the root of the site, and its integrity; null in development. */
	const script: { readonly address: string; readonly integrity: string | null };
	export default script;
}

declare module 'virtual:gallery' {
	/** The gallery's script, told like that of the pages. */
	const script: { readonly address: string; readonly integrity: string | null };
	export default script;
}

declare module 'virtual:still-fonts' {
	const stillFonts: {
		/** Font files for still pictures, as paths on this machine. */
		readonly files: readonly string[];
		/** Changes with anything but the SVG that a picture's bytes depend on: fonts, renderer, packer. */
		readonly identity: string;
	};
	export default stillFonts;
}

declare module 'virtual:embeds' {
	/** The scripts of embeds; a hash is what a policy or an `integrity` attribute takes. */
	const embeds: {
		/** All that run in an embed: the first for the head, the others for the end of the page. */
		readonly inline: readonly { readonly code: string; readonly hash: string }[];
		/** Runs in the head of the story. */
		readonly early: { readonly code: string; readonly hash: string };
		/** Runs in the page for what is not there. */
		readonly missing: { readonly code: string; readonly hash: string };
		/** `/embed.js`. */
		readonly element: { readonly code: string; readonly integrity: string };
	};
	export default embeds;
}
