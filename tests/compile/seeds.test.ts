import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import { formatDiagnostic } from '#compile/diagnostic.ts';
import { jsonSchemas } from '#compile/seeds/schema.ts';
import { readInput } from '#compile/read.ts';
import { originalsFolder, project, root } from './project.ts';
import { holds } from '#tests/quality/holds.ts';
import { ORIGINALS, skipUnless } from '#tests/quality/partners.ts';

const { story, diagnostics } = compile(project());
const originals = existsSync(originalsFolder)
	? readdirSync(originalsFolder).filter((name) => name.endsWith('.txt'))
	: [];

test('the seeds compile without a diagnostic', () => {
	expect(diagnostics.map(formatDiagnostic)).toEqual([]);
});

test('every quotation is verified, and every row of both codings accounted for', ({ task }) => {
	const report = story?.report;
	expect(report?.verified.fingerprint).toBe(story?.annotations.length);
	const rows = ['a', 'b'].flatMap((coder) => {
		const file = join(root, `seeds/coding/events-coder-${coder}.csv`);
		return [...readFileSync(file, 'utf8').matchAll(/^[BE]\d+/gm)].map(([id]) => `${coder}.${id}`);
	});
	expect(report?.accounted.map(({ row }) => row).sort()).toEqual(rows.sort());
	holds(task, 'provenance/evidence', `${report?.verified.fingerprint ?? 0} quotations verified`);
});

test('every id in the compiled data points to something', ({ task }) => {
	const known = new Set(Object.keys(story?.kinds ?? {}));
	const actors = new Set(story?.actors.map(({ id }) => id));
	const events = new Set(story?.events.map(({ id }) => id));
	const eras = new Set(story?.eras.map(({ id }) => id));
	for (const { initiators, targets, era } of story?.events ?? []) {
		expect([...initiators, ...targets].filter((id) => !actors.has(id))).toEqual([]);
		expect(eras).toContain(era);
	}
	for (const { openedBy, cutBy } of story?.ties ?? []) {
		expect([openedBy, cutBy].filter((id) => id !== null && !events.has(id))).toEqual([]);
	}
	for (const { participants } of story?.contacts ?? []) {
		expect(participants.filter((id) => !actors.has(id) || story?.network[id] === undefined)).toEqual([]);
	}
	for (const { about } of story?.annotations ?? [])
		expect(about.filter(({ record }) => !known.has(record))).toEqual([]);
	holds(task, 'provenance/ids', `${known.size} records`);
});

test('the schemas that editors use are those that the compiler uses', () => {
	const folder = join(root, 'seeds/schema');
	const files = new Map(
		readdirSync(folder).map((name) => [name.replace('.json', ''), readFileSync(join(folder, name), 'utf8')]),
	);
	// Written by `npm run seeds:schema`.
	expect(files).toEqual(jsonSchemas());
});

test('compiles the same data without the originals, less what they verify', () => {
	const without = compile(readInput(root).filter(({ file }) => !file.startsWith('seeds/originals/'))).story;
	const verified = { fingerprint: without?.report.verified.fingerprint ?? 0, original: 0 };
	expect(without?.report.verified).toEqual(verified);
	expect({ ...without, report: null }).toEqual({ ...story, report: null });
});

describe('with the originals', () => {
	beforeEach((context) => {
		skipUnless(context, originals.length > 0, ...ORIGINALS);
	});

	test('every quotation is in its original, to the character', () => {
		expect(story?.report.verified.original).toBe(story?.annotations.length);
	});

	test('no file of the project holds sixty words of an original in a row', () => {
		const runs = new Set(
			originals.flatMap((name) => {
				const words = wordsOf(readFileSync(join(originalsFolder, name), 'utf8'));
				return words.slice(59).map((_, i) => words.slice(i, i + 60).join(' '));
			}),
		);
		const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
		const copied = files.filter((file) => {
			if (file === '' || !existsSync(join(root, file))) return false;
			const words = wordsOf(readFileSync(join(root, file), 'utf8'));
			return words.slice(59).some((_, i) => runs.has(words.slice(i, i + 60).join(' ')));
		});
		expect(runs.size).toBeGreaterThan(1000);
		expect(copied).toEqual([]);
	}, 60_000);
});

function wordsOf(text: string): string[] {
	return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
