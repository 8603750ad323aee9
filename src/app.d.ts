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
