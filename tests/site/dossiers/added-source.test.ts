import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf, type Built } from '#bundles/built.ts';
import { fingerprint } from '#compile/evidence/fingerprint.ts';
import { buildOf, checkout } from './other-story.ts';

const SOURCE = 'trial-ledger';
/** The one question on which every article speaks. */
const SPOKEN = /^- id: election-interference-question\n[^]*?^ {2}positions:\n/m;

const made = checkout();
afterAll(() => made.remove());

/** The files that an editor writes, from the root of the seeds and the copy. */
const edits: Readonly<Record<string, (text: string) => string>> = {
	[`seeds/fingerprints/${SOURCE}.json`]: () => JSON.stringify(fingerprint(fixture('article.txt'))),
	[`seeds/sources/${SOURCE}.yaml`]: () => fixture('source.yaml'),
	'seeds/questions.yaml': (text) => text.replace(SPOKEN, (question) => question + fixture('position.txt')),
	'src/copy/en.aml': (text) => text.replace('[+story]', (story) => fixture('words.aml') + story),
};

function fixture(name: string): string {
	return readFileSync(join('tests/added-source', name), 'utf8');
}

let built: Built;
beforeAll(async () => {
	const dossier = join(made.folder, 'sixth');
	for (const folder of ['seeds', 'src/copy'])
		cpSync(join(made.folder, folder), join(dossier, folder), { recursive: true });
	for (const [file, edit] of Object.entries(edits)) {
		const path = join(dossier, file);
		mkdirSync(dirname(path), { recursive: true });
		const before = file.includes(SOURCE) ? '' : readFileSync(path, 'utf8');
		const after = edit(before);
		expect(after, file).not.toBe(before);
		writeFileSync(path, after);
	}
	built = await buildOf(made.folder, 'sixth');
}, 600_000);

test('adding a sixth source changes at most eight files, and no code', () => {
	expect(Object.keys(edits).length).toBeLessThanOrEqual(8);
	expect(Object.keys(edits).every((file) => /^(?:seeds|src\/copy)\//.test(file))).toBe(true);
	expect(built.story.sources.map(({ id }) => id)).toContain(SOURCE);
	expect(built.files.has(`evidence/${SOURCE}/index.html`)).toBe(true);
});

/** Where a page, a picture's description or a data file counts the articles in words or digits. */
const counting = (number: string): RegExp =>
	new RegExp(`\\b${number} (?:articles|sources|accounts)\\b|\\b(?:the|all|these) ${number}\\b(?! panels)`, 'gi');

/** Without the log of corrections, which quotes former text. */
const withoutLog = (text: string): string =>
	built.story.corrections
		.flatMap((correction) => [correction.old, correction.new, correction.why])
		.filter(Boolean)
		.flatMap((words) => [
			words,
			words.replaceAll('"', '&quot;'),
			JSON.stringify(words).slice(1, -1),
			words.replaceAll('"', '""'),
		])
		.reduce((left, words) => left.replaceAll(words, ''), text);

test('no page, embed, description or data file says five of the articles any more, and those that count them say six', () => {
	const counts = new Map<string, number>();
	const found: string[] = [];
	for (const [path, bytes] of built.files) {
		if (!/\.(?:html|svg|json|csv|atom|gexf)$/.test(path)) continue;
		const text = new TextDecoder().decode(bytes);
		const root = path.endsWith('.html') ? parse(text) : null;
		for (const unseen of root?.querySelectorAll('script, style') ?? []) unseen.remove();
		const whole = root ? `${root.textContent} ${root.toString()}` : text;
		const plain = withoutLog(whole).replace(/\s+/g, ' ');
		for (const number of ['five', '5'])
			found.push(
				...[...plain.matchAll(counting(number))].map(({ index }) => `${path}: ${plain.slice(index - 40, index + 40)}`),
			);
		counts.set(path, (plain.match(counting('six')) ?? []).length);
	}
	for (const page of [
		'index',
		'method/index',
		'evidence/index',
		'data/index',
		`evidence/${SOURCE}/index`,
		'embed/accounts/index',
	])
		expect(counts.get(`${page}.html`), page).toBeGreaterThan(0);
	expect(found).toEqual([]);
	expect(textOf(built, 'method/index.html')).toContain('How six articles became data');
});
