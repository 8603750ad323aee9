import { CHARTS, type ChartId } from '#lib/model/charts.ts';
import type { Step } from '#lib/model/copy.ts';
import { licence } from '#lib/export/licence.ts';
import { chartCard, OPENING, stillFile, stillNames } from '#lib/stills/stills.ts';
import { stepsOf } from '#lib/story/charts.ts';
import { embedElement } from './embeds.ts';
import { siteAddress } from './site.ts';
import { cardAt, chartStill, fileFacts } from './stills.ts';
import { edition, storyPage } from './story.ts';

/** Pixels: the narrowest frame that the charts are drawn for. */
const NARROWEST = 280;

/**
 * Everything that can be embedded or shown, for machines: addresses, sizes, bytes, hashes. Addresses are absolute if the
 * site's is known, otherwise relative to the root, where this file lies.
 */
export function listing(version: string) {
	const story = storyPage();
	const site = siteAddress();
	const at = (path: string): string => (site ?? './') + path;
	const card = (id: string) => {
		const still = cardAt(id);
		return still && { address: at(`share/${id}.png`), ...fileFacts(still) };
	};
	const shared = ({ id, formerly, heading, description }: Step) => ({
		...{ id, formerly, heading, description },
		page: at(`s/${id}/`),
		card: card(id),
	});
	const stills = (chart: ChartId) =>
		stillNames(story)
			.filter((name) => name.chart === chart)
			.map((name) => ({
				address: at(`charts/${stillFile(name)}`),
				...{ theme: name.theme, size: name.size ?? 'vector' },
				...fileFacts(chartStill(name)),
			}));
	const steps = story.copy.chapters.flatMap((chapter) => chapter.steps);
	return {
		...{ site, version, data: edition(), released: story.newsroom.released, licence: licence.name },
		story: {
			...{ title: story.copy.title, description: story.copy.description, language: story.copy.language },
			...{ page: at(''), card: card(OPENING) },
			steps: steps.filter((step) => step.chart === null).map(shared),
		},
		script: {
			...{ address: at('embed.js'), frozen: at(`v/${version}/embed.js`), integrity: embedElement().integrity },
			element: story.subject.names.element,
		},
		charts: Object.values(story.copy.charts).map(({ id, formerly, title, description, credit }) => ({
			...{ id, formerly, title, description, credit },
			embed: at(`embed/${id}/`),
			frozen: at(`v/${version}/embed/${id}/`),
			oembed: at(`oembed/${id}.json`),
			card: card(chartCard(id)),
			height: CHARTS[id].reserved,
			minWidth: NARROWEST,
			steps: stepsOf(story, id).map((step) => ({ ...shared(step), embed: at(`embed/${id}/?step=${step.id}`) })),
			stills: stills(id),
		})),
	};
}
