import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { modules, unpack } from './unpack.ts';

const packaged = join(modules, '@sparticuz/chromium');

const args = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--no-first-run',
	'--disable-component-update',
	'--disable-sync',
	'--disable-quic',
];

/** The version in a package's package.json. */
function version(folder: string): string {
	return String((JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: unknown }).version);
}

/**
 * The Chromium of the npm package, unpacked once per version. Its own `executablePath()` is not used: it returns any
 * binary that another version left in the temporary folder, and two first starts at once race.
 */
const unpacked = (): Promise<string> =>
	unpack(join(packaged, 'bin/chromium.br'), join(modules, '.cache/chromium', version(packaged)));

/** Ways to start a browser, the most likely first; each returns options of `chromium.launch`. */
async function* ways(): AsyncGenerator<{ executablePath?: string; channel?: string }> {
	const chosen = process.env['BROWSER_PATH'];
	if (chosen) yield { executablePath: chosen };
	if (process.platform === 'linux' && process.arch === 'x64') yield { executablePath: await unpacked() };
	yield { channel: 'chrome' };
	for (const path of [
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
	]) {
		if (existsSync(path)) yield { executablePath: path };
	}
	yield {};
}

/**
 * Starts a headless Chromium: the one that came with the npm packages on x64 Linux, an installed Chrome, Chromium or
 * Playwright browser elsewhere. `BROWSER_PATH` names another executable. Throws, saying what was tried, if none starts.
 * @param more further launch options
 */
export async function launch(...more: readonly string[]): Promise<Browser> {
	const tried: string[] = [];
	for await (const way of ways()) {
		try {
			return await chromium.launch({ ...way, args: [...args, ...more] });
		} catch (problem) {
			const reason = problem instanceof Error ? (problem.message.split('\n')[0] ?? '') : String(problem);
			tried.push(`  ${way.executablePath ?? way.channel ?? 'Playwright’s own browser'}: ${reason}`);
		}
	}
	throw new Error(
		`No browser could be started. Install Chrome or Chromium, or name one in BROWSER_PATH. Tried:\n${tried.join('\n')}`,
	);
}
