import { expect, test } from 'vitest';
import { hostFiles } from '#hosts/hosts.ts';
import { ALWAYS, headersOf } from '#hosts/rules.ts';
import { builtFiles } from '#tests/site/built-files.ts';

test('says in serve.json that a page has its slash, and each header once for a file', () => {
	const text = hostFiles(builtFiles()).find(({ path }) => path === 'serve.json')?.text ?? '';
	interface Rule {
		readonly source: string;
		readonly headers: readonly { readonly key: string; readonly value: string }[];
	}
	const { trailingSlash, headers } = JSON.parse(text) as { trailingSlash: boolean; headers: readonly Rule[] };
	expect(trailingSlash).toBe(true);
	expect(headers.length).toBeLessThanOrEqual(50);
	for (const file of builtFiles()) {
		const declared = headers
			.filter(({ source }) => (source.endsWith('**') ? file.startsWith(source.slice(0, -2)) : file === source))
			.flatMap((rule) => rule.headers);
		expect(new Set(declared.map(({ key }) => key)).size, file).toBe(declared.length);
		const expected = headersOf(file);
		for (const name of ['content-security-policy', 'cross-origin-resource-policy', 'access-control-allow-origin'])
			expect([file, name, declared.find(({ key }) => key === name)?.value]).toEqual([file, name, expected[name]]);
	}
});

test('says in _headers each header once for a path, in fewer lines than the strictest host reads', () => {
	const text = hostFiles([...builtFiles(), '404.html'])[1]?.text ?? '';
	const rules = text
		.split(/\n(?=\/)/)
		.slice(1)
		.map((block) => block.trim().split('\n  '))
		.map(([address = '', ...lines]) => ({ address, lines }));
	expect(rules.length).toBeLessThanOrEqual(100);
	for (const file of builtFiles()) {
		const path = `/${file}`;
		const declared = rules
			.filter(({ address }) => (address.endsWith('*') ? path.startsWith(address.slice(0, -1)) : path === address))
			.flatMap(({ lines }) => lines.map((line) => line.split(': ') as [string, string]));
		expect(new Set(declared.map(([name]) => name)).size, path).toBe(declared.length);
		expect(headersOf(file), path).toMatchObject(
			Object.fromEntries(declared.filter(([name]) => name !== 'strict-transport-security')),
		);
		expect(
			declared.map(([name]) => name),
			path,
		).toEqual(expect.arrayContaining([...Object.keys(ALWAYS), 'content-security-policy', 'strict-transport-security']));
	}
});
