import { chartCopy, chartsOf } from '#lib/model/charts.ts';
import { error } from '@sveltejs/kit';
import { fontAddresses } from '#lib/server/fonts.ts';
import { siteAddress } from '#lib/server/site.ts';
import { storyPage } from '#lib/server/story.ts';
import { OPENING, shareSize } from '#lib/stills/stills.ts';
import type { PageServerLoad } from './$types';

const { copy, subject } = storyPage();
const [first] = chartsOf(copy);

/** Pages that the site had before, with where each leads now. */
const former = new Map(Object.entries(subject.formerly));

export const entries = () => [...former.keys()].map((page) => ({ page: page.slice(1, -1) }));

export const load: PageServerLoad = ({ params }) => {
	// A rest parameter holds the slash at the end as well.
	const page = `/${params.page.replace(/\/$/, '')}/`;
	const to = former.get(page) ?? error(404, `There is nothing at ${page}`);
	return {
		...{ to: to.slice(1), title: copy.title, description: copy.description },
		...{
			site: siteAddress(),
			fonts: fontAddresses(),
			card: { id: OPENING, alt: first ? chartCopy(copy, first).description : '', ...shareSize },
		},
	};
};
