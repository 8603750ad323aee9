import { publishedCharts } from '#lib/model/chart-copy.ts';
import { storyPage } from '#lib/server/story.ts';

export const prerender = true;

/**
 * Leads Kit's crawler to every page with an address from the story, which `entries` of a page would do, too: but where a
 * page exports that, Kit builds a client for all (`findings/kit-entries-client-build.sh`). The finished site is without it.
 */
export function GET(): Response {
	const { copy, sources, subject } = storyPage();
	const steps = copy.chapters.flatMap((chapter) => chapter.steps.flatMap(({ id, formerly }) => [id, ...formerly]));
	const pages = [
		...sources.map(({ id }) => `evidence/${id}/`),
		...publishedCharts(copy).map((chart) => `embed/${chart}/`),
		...steps.map((step) => `s/${step}/`),
		...Object.keys(subject.formerly).map((page) => page.slice(1)),
	];
	const links = pages.map((page) => `<a href="${page}">${page}</a>`);
	return new Response(`<!doctype html>${links.join('')}`, { headers: { 'content-type': 'text/html' } });
}
