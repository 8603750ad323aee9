/** Styles that supported browsers do not know are refused by the lint. */
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const lint = new ESLint({ overrideConfigFile: 'src/build/eslint/styles.config.js' });

async function faults(code: string, file: string): Promise<string[]> {
	const [result] = await lint.lintText(code, { filePath: file });
	return (result?.messages ?? []).map(({ line, message }) => `${line}: ${message}`);
}

describe('the lint of styles', () => {
	test.for([
		['a property', '.a { interpolate-size: allow-keywords }', /interpolate-size/],
		['a selector', '.a:state(open) { color: red }', /state/],
		['an at-rule', '@starting-style { .a { color: red } }', /starting-style/],
		['a unit', '.a { width: 1cqi }', /cqi/],
		['a media feature', '@media (scripting: none) { .a { color: red } }', /scripting/],
	] as const)('refuses %s newer than the oldest supported browsers, and says where', async ([, code, named]) => {
		const [fault, ...others] = await faults(`\n${code}`, 'src/lib/ui/new.css');
		expect(fault).toMatch(/^2: /);
		expect(fault).toMatch(named);
		expect(others).toEqual([]);
	});

	test('refuses it in a component, too, on its line there', async () => {
		const component = '<p>words</p>\n\n<style>\n\tp {\n\t\tinterpolate-size: allow-keywords;\n\t}\n</style>\n';
		const found = await faults(component, 'src/lib/ui/New.svelte');
		expect(found).toHaveLength(1);
		expect(found[0]).toMatch(/^5: .*interpolate-size/);
	});

	test('accepts what all of them support, and what is inside @supports', async () => {
		const code = '.a { display: grid; gap: 1rem } @supports (text-wrap: pretty) { .a { text-wrap: pretty } }';
		expect(await faults(code, 'src/lib/ui/new.css')).toEqual([]);
	});
});
