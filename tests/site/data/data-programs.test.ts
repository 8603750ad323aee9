/** Runs the examples of `/data/` as printed, if their programs are installed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Package } from 'datapackage';
import { parse } from 'node-html-parser';
import { afterAll, expect, test } from 'vitest';
import { alpha, interval, nominal } from '#compile/method/reliability.ts';
import { csvParse } from 'd3';
import type { Story } from '#lib/model/story.ts';
import { correctionsFeed } from '#lib/method/feed.ts';
import { requirePartner, version } from '#tests/quality/partners.ts';
import { page } from '#tests/site/built-files.ts';

const scratch = mkdtempSync(join(tmpdir(), 'data-programs-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const data = 'build/data';
const story = JSON.parse(readFileSync(join(data, 'story.json'), 'utf8')) as Story;
const read = (name: string) => csvParse(readFileSync(join(data, `${name}.csv`), 'utf8'));

/** Debian's own Python, whose packages apt installs. */
const PYTHON = '/usr/bin/python3';
const run = (program: string, words: readonly string[]) =>
	spawnSync(program, words, { cwd: data, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });

/** The package of Debian with a library of Python, and with one of R. */
const debianPackage = (library: string): string => `python3-${library}`;
const rPackage = (library: string): string => (library === 'base' ? 'r-base-core' : `r-cran-${library}`);

/** The version of a package; null where the program or the package is not installed. */
const versions: Readonly<Record<string, (name: string) => string | null>> = {
	python: (name) => version(PYTHON, ['-c', `import ${name}; print(${name}.__version__)`]),
	r: (name) => version('Rscript', ['-e', `cat(as.character(packageVersion("${name}")))`]),
	node: (name) => (createRequire(import.meta.url)(`${name}/package.json`) as { version: string }).version,
};
const runs: Readonly<Record<string, (code: string) => ReturnType<typeof run>>> = {
	python: (code) => run(PYTHON, ['-c', code]),
	r: (code) => run('Rscript', ['-e', code]),
	node: (code) => run(process.execPath, ['--no-warnings', '--input-type=module', '-e', code]),
};

const directed = story.contacts
	.filter((contact) => contact.directed)
	.reduce((sum, { participants }) => sum + participants.length - 1, 0);
const asCoded = story.events.filter(({ coders, cameo }) => coders.a !== null && coders.a === cameo?.code).length;

/** What each example prints, counted from the story. */
const printed: Readonly<Record<string, number>> = {
	pandas: asCoded,
	readr: asCoded,
	base: story.contacts.filter((contact) => contact.directed).length,
	datapackage: story.positions.filter(({ source }) => source === 'vox-analysis').length,
	networkx: directed,
	igraph: directed,
	rdflib: story.annotations.length,
};

const examples = page('data/index.html')
	.querySelectorAll('pre[data-runs]')
	.map((pre) => ({
		program: pre.getAttribute('data-runs') ?? '',
		needs: pre.getAttribute('data-needs') ?? '',
		// The parser takes the content of a pre for text.
		code: parse(pre.rawText).textContent,
	}));

test('the page has an example for every program that is counted here', () => {
	expect(new Set(examples.map(({ needs }) => needs))).toEqual(new Set(Object.keys(printed)));
});

test.for(examples)(
	'$program, $needs: the lines on the page run as they are printed',
	({ program, needs, code }, context) => {
		const its = versions[program]?.(needs) ?? null;
		requirePartner(context, `${needs} (${program})`, its, program === 'r' ? rPackage(needs) : debianPackage(needs));
		const { status, stdout, stderr } = runs[program]?.(code) ?? run('false', []);
		expect(status, stderr).toBe(0);
		expect(Number(/(\d+)\s*$/.exec(stdout)?.[1])).toBe(printed[needs]);
		expect(directed).toBeGreaterThan(0);
	},
);

test('igraph and NetworkX find every edge of the network, from the end where the table has it', (context) => {
	const [networkx = null, igraph = null] = ['networkx', 'igraph'].map((name) => versions['python']?.(name) ?? null);
	requirePartner(context, 'networkx and igraph', networkx && igraph, ...['networkx', 'igraph'].map(debianPackage));
	const own = read('network-edges').map(({ source, target }) => [source, target]);
	const ends = (code: string) => JSON.parse(run(PYTHON, ['-c', `import json\n${code}`]).stdout) as string[][];
	expect(
		ends(`import networkx
graph = networkx.read_graphml("network.graphml", force_multigraph=True)
print(json.dumps([[a, b] for a, b in graph.edges()]))`).sort(),
	).toEqual([...own].sort());
	expect(
		ends(`import igraph
graph = igraph.Graph.Read_GraphML("network.graphml")
print(json.dumps([[graph.vs[e.source]["id"], graph.vs[e.target]["id"]] for e in graph.es]))`),
	).toEqual(own);
});

test('datapackage reads every table with its types and its keys', async (context) => {
	requirePartner(context, 'datapackage (tables)', versions['node']?.('datapackage') ?? null);
	const whole = await Package.load(join(data, 'datapackage.json'));
	expect([whole.valid, whole.errors]).toEqual([true, []]);
	const names = whole.resourceNames.filter((name) => whole.getResource(name)?.tabular);
	expect(names.length).toBeGreaterThan(13);
	for (const name of names) {
		const rows = (await whole.getResource(name)?.read({ keyed: true, relations: true })) as unknown[];
		expect(rows, name).toHaveLength(read(name).length);
	}
});

test('both alphas can be computed again from the tables alone', () => {
	const rows = read('codings');
	const roots = rows.map((row) => [row.coder_a ?? '', row.coder_b ?? ''].map((code) => code.slice(0, 2)));
	const scores = rows.flatMap(({ score_a, score_b }) =>
		score_a && score_b ? [[Number(score_a), Number(score_b)]] : [],
	);
	const { root, score } = story.method.reliability;
	expect(alpha(roots, nominal)).toBeCloseTo(root?.value ?? NaN, 4);
	expect(alpha(scores, interval)).toBeCloseTo(score?.value ?? NaN, 4);
});

test('every mean, median and sum of the index can be computed again from the tables alone', () => {
	const codes = new Map(read('codes').map((row) => [row['id'], row]));
	const events = read('events').filter(({ dyad, goldstein }) => dyad !== 'internal' && goldstein !== '');
	for (const { scoring, summary, acts, era, n, value } of story.method.results) {
		const own = events.filter((row) => row['era'] === era && (acts === 'all' || row['dyad'] !== 'third-party'));
		const scores = own.map(({ cameo }) => Number(codes.get(cameo)?.[scoring])).sort((a, b) => a - b);
		expect(scores).toHaveLength(n);
		if (n === 0) continue;
		const sum = scores.reduce((all, each) => all + each, 0);
		const middle = ((scores[(n - 1) >> 1] ?? NaN) + (scores[n >> 1] ?? NaN)) / 2;
		expect({ sum, mean: sum / n, median: middle }[summary]).toBeCloseTo(value ?? NaN, 3);
	}
});

test(
	'newsboat follows the relative links of the feed to the entries of the log',
	{ timeout: 60_000 },
	async (context) => {
		requirePartner(context, 'newsboat', version('newsboat', ['-v']), 'newsboat');
		const urn = 'urn:uuid:00000000-0000-4000-8000-000000000000';
		const one = { id: 'one', urn, date: '2026-01-02', records: [], old: 'a', new: 'b', why: 'c' };
		const feed = correctionsFeed({ ...story, corrections: [one] }, null);
		const server = createServer((_, answer) => answer.setHeader('content-type', 'application/atom+xml').end(feed));
		await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
		const { port } = server.address() as { port: number };
		const root = `http://127.0.0.1:${port}/story/`;
		writeFileSync(join(scratch, 'urls'), `${root}corrections.atom\n`);
		const cache = join(scratch, 'cache.db');
		const { spawn } = await import('node:child_process');
		const reader = spawn('newsboat', ['-u', join(scratch, 'urls'), '-c', cache, '-x', 'reload']);
		await new Promise((ended) => reader.once('close', ended));
		server.close();
		expect(readFileSync(cache, 'latin1')).toContain(`${root}method/#correction-one`);
	},
);
