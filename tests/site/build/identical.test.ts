import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { readBuilt, type Built } from '#bundles/built.ts';
import { filesWithManifest } from '#bundles/manifest.ts';
import { sha256 } from '#lib/export/hash.ts';
import { targets } from '#bundles/targets/targets.ts';
import { zip } from '#bundles/formats/zip.ts';
import { chartIds } from '#lib/model/charts.ts';

const elsewhere = mkdtempSync(join(tmpdir(), 'another clone '));
afterAll(() => rmSync(elsewhere, { recursive: true }));

/** The sources as a clone has them, with the packages but none of their caches. */
function clone(): void {
	const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { encoding: 'utf8' }).split('\0');
	for (const file of files.filter(Boolean)) {
		mkdirSync(dirname(join(elsewhere, file)), { recursive: true });
		cpSync(file, join(elsewhere, file));
	}
	for (const stray of ['static/.DS_Store', 'src/lib/.a.ts.swp', 'seeds/sources/a.yaml~'])
		writeFileSync(join(elsewhere, stray), 'stray');
	mkdirSync(join(elsewhere, 'node_modules'));
	for (const name of readdirSync('node_modules').filter((each) => !/^\.(?:cache|vite)/.test(each)))
		symlinkSync(resolve('node_modules', name), join(elsewhere, 'node_modules', name));
}

const sums = ({ files }: Built) => Object.fromEntries([...files].map(([path, bytes]) => [path, sha256(bytes)]));

/** Every zip of every target, by name. Commit and date are given, since one of the two is in no repository. */
async function zips(built: Built): Promise<Record<string, string>> {
	const from = { ...built, commit: null, date: new Date(built.story.newsroom.released) };
	const made: Record<string, string> = {};
	for (const [name, { bundles }] of Object.entries(targets))
		for (const bundle of await bundles(from, { charts: chartIds, contact: 'mailto:desk@example.org' }))
			made[`${name}: ${bundle.name}`] = sha256(zip(bundle.name, filesWithManifest(bundle, name, from)));
	return made;
}

test(
	'a build in another folder, time zone and language, for development, beside stray files, with no cache, is the same to the byte, and so is every export',
	{ timeout: 300_000 },
	async ({ task }) => {
		clone();
		const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'));
		const there = { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', NODE_ENV: 'development' };
		const env = { ...Object.fromEntries(inherited), ...there };
		const vite = join('node_modules', 'vite', 'bin', 'vite.js');
		const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
			cwd: elsewhere,
			env,
			stdio: 'ignore',
		});
		expect(await once(child, 'exit')).toEqual([0, null]);
		const [ours, theirs] = [readBuilt('build', '.'), readBuilt(join(elsewhere, 'build'), elsewhere)];
		expect(sums(theirs)).toEqual(sums(ours));
		expect(await zips(theirs)).toEqual(await zips(ours));
		expect(readFileSync(join(elsewhere, 'build/index.html'), 'utf8')).not.toContain(elsewhere);
		holds(task, 'reliability/identical-builds', `${ours.files.size} files`);
	},
);
