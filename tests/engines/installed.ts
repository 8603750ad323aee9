/** Which engines this machine has, and how one is started. */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Driver, Engine, Settings } from './driver.ts';
import { chromium, installedFirefox } from './playwright.ts';
import { webkit } from './webkit.ts';

/** The first of these programs that is in the path; null if none is. */
function program(...names: readonly string[]): string | null {
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
	return places.find((place) => existsSync(place)) ?? null;
}

const LIBRARIES = '/usr/lib';

/** The browser that comes with WebKit's driver; it lies beside the library, in a folder named for machine and version. */
function miniBrowser(): string | null {
	if (!existsSync(LIBRARIES)) return null;
	const machines = readdirSync(LIBRARIES).filter((name) => name.includes('-linux-gnu'));
	const places = machines.flatMap((machine) =>
		readdirSync(join(LIBRARIES, machine))
			.filter((name) => name.startsWith('webkit2gtk-'))
			.map((name) => join(LIBRARIES, machine, name, 'MiniBrowser')),
	);
	return places.find((place) => existsSync(place)) ?? null;
}

/** Starts an engine; if it is not installed, says what is missing. */
export type Start = ((settings: Settings) => Promise<Driver>) | { readonly missing: string };

/** How each engine is started on this machine. */
export function installed(engine: Engine): Start {
	if (engine === 'Chromium') return chromium;
	if (engine === 'Firefox') {
		const path = program('firefox-esr', 'firefox');
		return path === null ? { missing: 'firefox-esr' } : (settings) => installedFirefox(path, settings);
	}
	const browser = miniBrowser();
	if (!browser || !program('WebKitWebDriver')) return { missing: 'webkit2gtk-driver' };
	for (const name of ['xvfb-run', 'xauth']) if (!program(name)) return { missing: name.replace('-run', '') };
	return (settings) => webkit(browser, settings);
}
