import { valueOf, CACHING } from './rules.ts';
import { type Weight, filesAskedBy } from '#lib/embed/hosting.ts';

/** A published site: bytes by path from its root, including compressed copies. */
export type Published = ReadonlyMap<string, Uint8Array>;

const READERS = 1_000_000;

/** The size of a file as a host sends it to a browser that accepts brotli. */
const sent = (site: Published, path: string): number => (site.get(`${path}.br`) ?? site.get(path))?.length ?? 0;

/** Whether a browser that has a file may reuse it without asking. */
const isImmutable = (path: string): boolean => valueOf(CACHING, path).includes('immutable');

/** The bytes of a first view of a page, without headers. Throws if the page or one of its files is missing. */
function firstView(site: Published, page: string): Weight & { readonly immutable: Weight } {
	const html = site.get(page);
	if (!html) throw new Error(`${page} is not among the files`);
	const files = filesAskedBy(new TextDecoder().decode(html));
	const missing = files.filter((file) => !site.has(file));
	if (missing.length > 0) throw new Error(`${page} asks for what is not there: ${missing.join(', ')}`);
	const weigh = (paths: readonly string[]): Weight => ({
		requests: paths.length,
		bytes: paths.reduce((sum, path) => sum + sent(site, path), 0),
	});
	return { ...weigh([page, ...files]), immutable: weigh(files.filter(isImmutable)) };
}

const number = (value: number): string => value.toLocaleString('en');
const gigabytes = (bytes: number): string => `${number(Math.round(bytes / 1e8) / 10)} GB`;

function row(what: string, { requests, bytes }: Weight): string {
	const all = `${number(requests * READERS)} requests, ${gigabytes(bytes * READERS)}`;
	return `| ${what} | ${number(requests)} | ${number(bytes)} | ${all} |`;
}

/**
 * The traffic of a site, as a Markdown table: one view of the story and of each embed, and a million of them; and how
 * much of the site browsers cache for ever. Bytes are those of brotli, without headers.
 */
export function costs(site: Published): string {
	const story = firstView(site, 'index.html');
	const charts = [...site.keys()].filter((path) => /^embed\/[^/]+\/index\.html$/.test(path)).sort();
	const plain = [...site.keys()].filter((path) => !/\.(?:br|gz)$/.test(path));
	const immutable = plain.filter(isImmutable);
	const bytes = (paths: readonly string[]): number =>
		paths.reduce((sum, path) => sum + (site.get(path)?.length ?? 0), 0);
	return [
		'| | requests | bytes | a million of them |',
		'| --- | ---: | ---: | --- |',
		row('the story, for the first time', story),
		row('the story again, nothing changed', { requests: 1, bytes: 0 }),
		row('the story again, a new one published', {
			requests: story.requests - story.immutable.requests,
			bytes: story.bytes - story.immutable.bytes,
		}),
		...charts.map((page) => row(`the chart \`${page.split('/')[1] ?? ''}\`, framed`, firstView(site, page))),
		'',
		`The site is ${number(plain.length)} files of ${number(bytes(plain))} bytes without their compressed copies; of these,`,
		`${number(immutable.length)} files and ${number(bytes(immutable))} bytes are kept by caches for ever, because their names change with them.`,
		'',
	].join('\n');
}
