/** Checks the copy's links to pages: all must stay within the site. */
import { quoted, type Spot } from '#compile/diagnostic.ts';
import { nearest } from '#compile/nearest.ts';
import { chartsOf } from '#lib/model/chart-copy.ts';
import type { Copy } from '#lib/model/copy.ts';
import type { CopyReporter } from './codes.ts';
import { fixedPages } from './fixed-pages.ts';
import type { Data } from './proof/data.ts';

/** Reports each link to an unknown page, or to an unknown place in a page. */
export function reportPages(
	links: readonly { readonly page: string; readonly at: Spot }[],
	copy: Pick<Copy, 'chapters' | 'charts'>,
	data: Data,
	report: CopyReporter,
): void {
	const steps = copy.chapters.flatMap((chapter) => chapter.steps);
	const renamed = new Map<string, string>([
		...[...copy.chapters, ...steps].flatMap(({ id, formerly }) =>
			formerly.map((old) => [`/#${old}`, `/#${id}`] as const),
		),
		...steps.flatMap(({ id, formerly }) => formerly.map((old) => [`/s/${old}/`, `/s/${id}/`] as const)),
		...Object.values(copy.charts).flatMap(({ id, formerly }) =>
			formerly.map((old) => [`/embed/${old}/`, `/embed/${id}/`] as const),
		),
	]);
	const ids = (kind: string): string[] => (data.rows.get(kind) ?? []).map((row) => String(row['id']));
	const records = [...data.rows.keys()].filter((kind) => kind !== 'passages' && kind !== 'facts').flatMap(ids);
	const passagesOf = (source: string): string[] =>
		(data.rows.get('passages') ?? []).filter((row) => row['source'] === source).map((row) => String(row['id']));
	const pages = new Map<string, readonly string[]>([
		...fixedPages.map((page) => [page, []] as const),
		...chartsOf(copy).map((chart) => [`/embed/${chart}/`, []] as const),
		...steps.map(({ id }) => [`/s/${id}/`, []] as const),
		...ids('sources').map((source) => [`/evidence/${source}/`, passagesOf(source)] as const),
		['/', [...copy.chapters, ...steps].map(({ id }) => id)],
		['/evidence/', records],
	]);
	for (const { page, at } of links) {
		const [path = '', ...rest] = page.split('#');
		const anchor = rest.join('#');
		const known = pages.get(path);
		const now = renamed.get(page);
		if (now !== undefined) report(at, 'copy-page-unknown', `${quoted(page)} is now called ${now}; write that`);
		else if (path === '')
			report(at, 'copy-page-unknown', `${quoted(page)} is not a page; write /${page} for an anchor of the story`);
		else if (!known) {
			const near = nearest(path, pages.keys());
			report(
				at,
				'copy-page-unknown',
				`there is no page ${quoted(path)}; ${near ? `did you mean “${near}”?` : `write one of ${fixedPages.join(', ')}`}`,
			);
		} else if (page.includes('#') && !known.includes(anchor)) {
			const near = nearest(anchor, known);
			const instead =
				known.length === 0
					? 'lead to the page itself'
					: near
						? `did you mean “${path}#${near}”?`
						: 'write the id of a step, a chapter or a record';
			report(at, 'copy-page-unknown', `the page ${path} has no anchor ${quoted(`#${anchor}`)}; ${instead}`);
		}
	}
}
