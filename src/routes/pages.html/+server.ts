import { publishedCharts } from '#lib/model/chart-copy.ts';
import { storyPage } from '#lib/server/story.ts';

export const prerender = true;

/**
 * Leads Kit's crawler to every page whose URL comes from the story. If a page exported `entries` for that, Kit would
 * build a client for all (`findings/kit-entries-client-build.sh`). This page is removed from the finished site.
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
