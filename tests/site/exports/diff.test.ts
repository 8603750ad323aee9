import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { filesOf } from '#bundles/built.ts';
import { bundleFile } from '#bundles/bundle.ts';
import { differences, type Exported } from '#bundles/compare/diff.ts';
import { zip } from '#bundles/formats/zip.ts';
import type { Story } from '#lib/model/story.ts';

vi.setConfig({ testTimeout: 120_000 });

const before = filesOf('build');
const NAMES = ['old', 'new'] as const;
const folder = mkdtempSync(join(tmpdir(), 'diff-'));
afterAll(() => {
	rmSync(folder, { recursive: true });
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (path: string): string => new TextDecoder().decode(before.get(path));
const story = (): Story => JSON.parse(textOf('data/story.json')) as Story;

/** The same export after an editor's changes. */
function corrected(): Exported {
	const now = structuredClone(story()) as unknown as {
		events: { id: string; date: { words: string; edtf: string }; evidence: string[] }[];
		contacts: { status: string }[];
		ties: unknown[];
		copy: { title: string; chapters: { steps: { id: string; text: { type: string; text: string }[][] }[] }[] };
	};
	const crimea = now.events.find(({ id }) => id === 'crimea-annexed');
	if (!crimea) throw new Error('no such event');
	crimea.date.words = 'one day in March 2014';
	crimea.evidence = [...crimea.evidence.slice(1), 'vox-new'];
	now.ties.pop();
	const step = now.copy.chapters.flatMap(({ steps }) => steps).find(({ id }) => id === 'georgia');
	const words = step?.text[0]?.find(({ type }) => type === 'text');
	if (!words) throw new Error('no such step');
	words.text = words.text.replace(/\p{Letter}+/u, 'Corrected');
	const mark = /data-id="?g8-seat\b"?/g;
	return new Map([
		...before,
		['data/story.json', bytes(JSON.stringify(now))],
		['embed/ties/index.html', bytes(textOf('embed/ties/index.html').replace(mark, 'data-id="g8-place"'))],
		['share/crimea.png', bytes('another picture')],
	]);
}

test('an export differs in nothing from itself', () => {
	expect(differences(before, before, NAMES)).toEqual({ records: [], sentences: [], charts: [], pictures: [] });
});

test('describes changed records, sentences, charts and pictures in words for a correction', () => {
	const found = differences(before, corrected(), NAMES);
	const tie = story().ties.at(-1);
	const crimea = story().events.find(({ id }) => id === 'crimea-annexed');
	expect(found.records).toEqual([
		`The event “${crimea?.title ?? ''}” (crimea-annexed): its date was “${crimea?.date.words ?? ''}” (${crimea?.date.basis ?? ''}) and is now “one day in March 2014” (${crimea?.date.basis ?? ''}).`,
		`The event “${crimea?.title ?? ''}” (crimea-annexed): its evidence no longer has “${crimea?.evidence[0] ?? ''}”, and now has “vox-new”.`,
		`The tie “${tie?.title ?? ''}” (${tie?.id ?? ''}) was taken out.`,
	]);
	expect(found.sentences).toHaveLength(1);
	expect(found.sentences[0]).toMatch(/^The step georgia said “.*” and now says “.*Corrected.*”$/);
	expect(found.charts).toEqual(['The chart ties now also draws g8-place.', 'The chart ties no longer draws g8-seat.']);
	expect(found.pictures).toEqual(['The sharing card of the step crimea: changed.']);
});

test('reads folders and zips, exits with 1 for differences, and names what it cannot read', () => {
	const run = (...places: string[]) => {
		const words = ['--import', 'tsx', 'src/commands/export-diff.ts', ...places];
		const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
		return { status, stdout, stderr };
	};
	const wanted = ['data/story.json', 'embed/ties/index.html', 'share/crimea.png'];
	const few = [...corrected()].filter(([path]) => wanted.includes(path));
	const zipped = join(folder, 'new.zip');
	writeFileSync(
		zipped,
		zip(
			'ambassador-site',
			few.map(([path, content]) => bundleFile(path, content)),
		),
	);
	for (const path of wanted) {
		mkdirSync(dirname(join(folder, 'old', path)), { recursive: true });
		writeFileSync(join(folder, 'old', path), before.get(path) ?? '');
	}
	const result = run(join(folder, 'old'), zipped);
	expect(result.status).toBe(1);
	expect(result.stdout).toContain('records: 3\n');
	expect(result.stdout).toContain('The sharing card of the step crimea: changed.');
	const nowhere = run(join(folder, 'nowhere'), zipped);
	expect([nowhere.status, nowhere.stderr]).toEqual([
		2,
		expect.stringContaining('nowhere does not exist: give a folder or a zip'),
	]);
});
