import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { pathsOf } from '#build/files.js';
import { holds } from '#tests/quality/holds.ts';
import { builtFiles, page } from '#tests/site/built-files.ts';
import { directives, policyFaults, sinks } from './policy.ts';

const files = builtFiles();
const pages = files.filter((file) => file.endsWith('.html')).map((file) => ({ file, tree: page(file) }));

test('every page has a policy that allows what it runs and paints, by hashes that are right, and nothing else', ({
	task,
}) => {
	expect(pages.length).toBeGreaterThan(40);
	const faults = pages.flatMap(({ file, tree }) => policyFaults(tree).map((fault) => `${file}: ${fault}`));
	expect(faults).toEqual([]);
	holds(task, 'security/policy', `${pages.length} pages`);
});

test('only the gallery frames anything, and no page may ask another host', () => {
	for (const { file, tree } of pages) {
		const policy = directives(tree);
		for (const [name, sources] of policy) {
			if (name === 'trusted-types' || name === 'require-trusted-types-for') continue;
			const open = sources.filter((source) => !/^'(?:none|self|sha256-[\w+/=]+)'$/.test(source));
			expect({ file, name, open }).toEqual({ file, name, open: name === 'font-src' ? open : [] });
		}
		expect(tree.querySelectorAll('iframe').length > 0).toBe(file === 'embed/index.html');
	}
});

const safe = `<!doctype html><html><head><meta http-equiv="content-security-policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; script-src 'self'; style-src 'self'"></head><body><p>Words</p></body></html>`;

test.each([
	['nothing', (html: string) => html, []],
	['no policy', (html: string) => html.replace(/<meta[^>]*>/, ''), ['default-src is missing']],
	['an open default', (html: string) => html.replace("'none'", '*'), ['default-src is *']],
	['policies of trusted types', (html: string) => html.replace("types 'none'", 'types own'), ['trusted-types is own']],
	['no trusted types', (html: string) => html.replace(/require-[^;]*;/, ''), ['require-trusted-types-for is missing']],
	[
		'an inline script without its hash',
		(html: string) => html.replace('<p>', '<script>1</script><p>'),
		['an inline script lacks its hash'],
	],
	[
		'a hash for nothing',
		(html: string) => html.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
		["style-src allows 'unsafe-inline' for nothing"],
	],
	['a handler', (html: string) => html.replace('<p>', '<p onclick="go()">'), ['<p> has onclick']],
	[
		'an address that runs',
		(html: string) => html.replace('<p>', '<a href=" javascript:go()">there</a><p>'),
		['<a> leads to  javascript:go()'],
	],
	[
		'a style before the policy',
		(html: string) => html.replace('<head>', '<head><link rel="stylesheet" href="a.css">'),
		['something loads before the policy'],
	],
])('the check finds a page with %s', (_, spoil, due) => {
	expect(policyFaults(parse(spoil(safe)))).toEqual(expect.arrayContaining(due));
	if (due.length === 0) expect(policyFaults(parse(safe))).toEqual([]);
});

test('no code of ours, as written or as built, makes markup or code from a string', ({ task }) => {
	const written = pathsOf('src')
		.filter((file) => /\.(?:ts|svelte|html)$/.test(file))
		.map((file) => join('src', file));
	const scripts = files.filter((file) => file.endsWith('.js')).map((file) => join('build', file));
	const inline = pages.flatMap(({ file, tree }) =>
		tree.querySelectorAll('script:not([src])').map((script) => ({ file, code: script.textContent })),
	);
	expect([written.length > 100, scripts.length > 3, inline.length > 10]).toEqual([true, true, true]);
	const found = [...written, ...scripts]
		.map((file) => ({ file, code: readFileSync(file, 'utf8') }))
		.concat(inline)
		.map(({ file, code }) => ({ file, found: sinks(code) }))
		.filter((one) => one.found.length > 0);
	expect(found).toEqual([]);
	holds(task, 'security/no-sinks', `${written.length + scripts.length + inline.length} sources and scripts`);
});

test.each([
	['box.innerHTML = words', 1],
	['box.outerHTML += words', 1],
	['{@html words}', 1],
	['frame.setAttribute("srcdoc", words)', 1],
	['eval(words); new Function(words)', 2],
	['document.write(words)', 1],
	['selection.html(words)', 1],
	['if (box.outerHTML === words) box.textContent = words', 0],
])('the search finds what it should in "%s"', (code, due) => {
	expect(sinks(code)).toHaveLength(due);
});
