/** The built site as others change it: minified by a host, mirrored by an archive. */
import { spawn } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minify } from 'html-minifier-terser';
import { pathsOf } from '#build/files.js';
import { serve } from '#commands/serve.ts';

/** Options that change how a page is written, not what it says. */
const CONSERVATIVE = {
	...{ collapseWhitespace: true, conservativeCollapse: true, removeComments: true, collapseBooleanAttributes: true },
	...{ removeScriptTypeAttributes: true, removeStyleLinkTypeAttributes: true, useShortDoctype: true },
};

/** Copies the site into a folder, every page minified, without compressed copies. */
export async function minified(site: string, into: string): Promise<void> {
	cpSync(site, into, { recursive: true, filter: (file) => !/\.(?:br|gz)$/.test(file) });
	for (const path of pathsOf(into).filter((each) => each.endsWith('.html'))) {
		const file = join(into, path);
		writeFileSync(file, await minify(readFileSync(file, 'utf8'), CONSERVATIVE));
	}
}

/** Mirrors the site into a folder with wget. */
export async function mirrored(site: string, into: string): Promise<void> {
	const served = await serve(site, 4880);
	const words = ['--mirror', '--convert-links', '--no-host-directories', '--quiet', '-P', into, served.address];
	try {
		await new Promise((done, fail) => spawn('wget', words).once('error', fail).once('exit', done));
	} finally {
		await served.close();
	}
}
