import { version } from '$app/environment';
import { chartCopy, chartsOf } from '#lib/model/chart-copy.ts';
import { fontAddresses } from '#lib/server/fonts.ts';
import { siteAddress } from '#lib/server/site.ts';
import { edition, storyPage } from '#lib/server/story.ts';
import { OPENING, shareSize } from '#lib/stills/stills.ts';
import type { LayoutServerLoad } from './$types';

/**
 * Data of every page: names and versions, the site's URL, the page's path, fonts, and the card of the story, which
 * shows its first chart.
 */
export const load: LayoutServerLoad = ({ url }) => {
	const { copy } = storyPage();
	const [first] = chartsOf(copy);
	return {
		edition: { name: copy.title, data: edition().version, site: version },
		site: siteAddress(),
		fonts: fontAddresses(),
		path: url.pathname.slice(1),
		card: { id: OPENING, alt: first ? chartCopy(copy, first).title : '', ...shareSize },
	};
};
