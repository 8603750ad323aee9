/** Runs the W3C's HTML checker on the built pages. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inLarge, versionOf } from '#tests/partners/large.ts';
import { requirePartner, version } from '#tests/quality/partners.ts';
import { builtFiles } from '#tests/site/built-files.ts';

interface Message {
	readonly url: string;
	readonly message: string;
	readonly lastLine: number;
}

const hasJava = version('java', ['-version']) !== null;

test('the checker finds no error in any page', { timeout: 120_000 }, (context) => {
	requirePartner(context, 'vnu-jar', hasJava ? versionOf('vnu-jar') : null, 'partners', 'default-jre-headless');
	const pages = builtFiles().filter((file) => file.endsWith('.html') && !file.startsWith('v/'));
	const words = ['-jar', inLarge('vnu-jar/build/dist/vnu.jar'), '--errors-only', '--format', 'json'];
	const { stderr } = spawnSync('java', [...words, ...pages.map((page) => join('build', page))], {
		encoding: 'utf8',
		maxBuffer: 64e6,
	});
	const { messages } = JSON.parse(stderr) as { readonly messages: readonly Message[] };
	// It knows neither container queries nor media types of our own; styles are tried in browsers.
	const faults = messages.filter(({ message }) => !message.startsWith('CSS:'));
	expect(
		faults.map(({ url, lastLine, message }) => `${url.replace(/.*\/build\//, '')}:${lastLine}: ${message}`),
	).toEqual([]);
});
