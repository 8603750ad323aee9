import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root, samples } from '#tests/compile/project.ts';

const folder = mkdtempSync(join(tmpdir(), 'twice-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A site of one embed, which tells the title of the story of the valid sample; built by the plugins of the real one. */
const files = {
	'package.json': '{ "type": "module" }',
	'src/app.html': '<!doctype html><html lang="en"><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>',
	'src/routes/+layout.js':
		'export const csr = false; export const prerender = true; export const trailingSlash = "always";',
	'src/routes/+page.svelte': '<a href="./embed/ties/">embed</a>',
	'src/routes/embed/ties/+page.server.js':
		'import story from "virtual:story"; export const load = () => ({ title: story.copy.title });',
	'src/routes/embed/ties/+page.svelte': '<script>const { data } = $props();</script><h1>{data.title}</h1>',
	'static/oembed/ties.json': '{ "provider_url": "../" }',
	'static/embeds.json': '{ "version": "1" }',
	'static/robots.txt': '',
	'svelte.config.js': 'import adapter from "@sveltejs/adapter-static"; export default { kit: { adapter: adapter() } };',
	'vite.config.js': `
		import { sveltekit } from '@sveltejs/kit/vite';
		import { frozenEmbeds } from '${root}/src/build/frozen-embeds.ts';
		import { withoutUnusedFiles } from '${root}/src/build/unused-files.ts';
		import { compiledStory } from '${root}/src/compile/plugin.ts';
		export default { plugins: [compiledStory(), sveltekit(), withoutUnusedFiles('build'), frozenEmbeds('build')] };`,
};

beforeAll(() => {
	cpSync(join(samples, '_valid'), folder, { recursive: true });
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
});

async function build(): Promise<{ status: unknown; output: string }> {
	const env = Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !name.startsWith('VITEST'));
	const args = ['--import', 'tsx', join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'];
	const child = spawn(process.execPath, args, { cwd: folder, env: Object.fromEntries(env) });
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += String(part)));
	const [status] = (await once(child, 'close')) as [unknown];
	return { status, output };
}

test('a failed build reports the fault in the copy, with its place, and leaves the previous build unchanged', async () => {
	expect(await build()).toEqual({ status: 0, output: expect.any(String) as unknown });
	const page = join(folder, 'build/embed/ties/index.html');
	const before = readFileSync(page, 'utf8');
	const copy = join(folder, 'src/copy/en.aml');
	writeFileSync(copy, readFileSync(copy, 'utf8').replace('{.chapter}', '{.chaptre}'));
	const { status, output } = await build();
	expect(status).toBe(1);
	expect(output).toMatch(/src\/copy\/en\.aml:\d+:1 copy-unknown-block “\{\.chaptre\}” begins like a block; write/);
	expect(output).not.toContain('ENOENT');
	expect(readFileSync(page, 'utf8')).toBe(before);
	expect(existsSync(join(folder, 'build/v'))).toBe(true);
});
