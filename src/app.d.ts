/// <reference types="@sveltejs/kit" />

declare module 'virtual:story' {
	import type { Story } from '#lib/model/story.ts';
	/** Everything compiled from the seeds and the copy. For the server only. */
	const story: Story;
	export default story;
}

declare module 'virtual:behaviours' {
	/** The address of the pages' one script, relative to the root of the site. */
	const address: string;
	export default address;
}

declare module 'virtual:gallery' {
	/** The address of the gallery's script, relative to the root of the site. */
	const address: string;
	export default address;
}

declare module 'virtual:still-fonts' {
	/** Font files for still pictures, as paths on this machine. */
	const files: readonly string[];
	export default files;
}

declare module 'virtual:embeds' {
	/** The scripts of embeds; a hash is what a policy or an `integrity` attribute takes. */
	const embeds: {
		/** The first for the head, the others for the end of the page. */
		readonly inline: readonly { readonly code: string; readonly hash: string }[];
		/** The address of the deferred script, relative to the root of the site. */
		readonly behaviours: string;
		/** `/embed.js`. */
		readonly element: { readonly code: string; readonly integrity: string };
	};
	export default embeds;
}
