import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const MOST_FILES = 20;
const MOST_LINES = 250;

const filesIn = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));

const paths = filesIn('src');
const tests = filesIn('tests');
const modules = paths.filter((path) => /\.(?:ts|js|svelte)$/.test(path));
const textOf = (path: string): string => readFileSync(path, 'utf8');
const aliases = (JSON.parse(textOf('package.json')) as { imports: Record<string, string> }).imports;

/** The file that a module names; null for a package. */
function resolved(from: string, specifier: string): string | null {
	const [name = ''] = specifier.split('?');
	if (name.startsWith('.')) return normalize(join(dirname(from), name));
	const alias = Object.entries(aliases).find(([key]) => name.startsWith(key.slice(0, -1)));
	return alias ? normalize(alias[1].replace('*', name.slice(alias[0].length - 1))) : null;
}

/** The modules of ours that each module imports, for their types or their values. */
const imports = new Map(
	modules.map((path) => [
		path,
		ts
			.preProcessFile(textOf(path), true, true)
			.importedFiles.map(({ fileName }) => resolved(path, fileName))
			.filter((target): target is string => target !== null && modules.includes(target)),
	]),
);

/** The first import cycle that is reachable from `path`, as a list of modules; null if there is none. */
function circleFrom(path: string, trail: readonly string[], done: Set<string>): readonly string[] | null {
	if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
	if (done.has(path)) return null;
	for (const next of imports.get(path) ?? []) {
		const circle = circleFrom(next, [...trail, path], done);
		if (circle) return circle;
	}
	done.add(path);
	return null;
}

test('no module imports itself through others, not even for a type', () => {
	expect([...imports.values()].flat().length).toBeGreaterThan(modules.length);
	const done = new Set<string>();
	expect(modules.map((path) => circleFrom(path, [], done)?.join(' → ')).filter((circle) => circle)).toEqual([]);
});

test(`no folder has more than ${String(MOST_FILES)} files of its own`, () => {
	const counts = new Map<string, number>();
	for (const path of [...paths, ...tests]) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
	expect([...counts].filter(([, count]) => count > MOST_FILES)).toEqual([]);
});

test(`no module, test or style sheet has more than ${String(MOST_LINES)} lines`, () => {
	const long = [...modules, ...[...paths, ...tests].filter((path) => /\.css$|^tests\/.*\.ts$/.test(path))]
		.map((path) => [path, textOf(path).trimEnd().split('\n').length] as const)
		.filter(([, lines]) => lines > MOST_LINES);
	expect(long).toEqual([]);
});

test.for(['README.md', 'src/README.md', 'seeds/README.md'])(
	'the source files that %s names by their path exist',
	(document) => {
		const named = [...textOf(document).matchAll(/`((?:[a-z-]+\/)+[A-Za-z.-]+\.(?:ts|js|svelte|css|yaml|aml))`/g)];
		const all = new Set([...paths, ...tests, ...filesIn('seeds')]);
		const bases = ['', 'src/', 'src/lib/', 'seeds/'];
		const missing = named.flatMap(([, path = '']) => (bases.some((base) => all.has(base + path)) ? [] : [path]));
		expect(missing).toEqual([]);
	},
);
