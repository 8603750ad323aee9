import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chartIds } from '#lib/model/charts.ts';
import { geometries, tables } from '#lib/story/charts.ts';
import { drawings } from '#lib/story/drawings.ts';
import { story } from '#tests/export/compiled.ts';
import { root } from '#tests/compile/project.ts';

test('each chart of the register has its folder, and each folder is of a chart of the register', () => {
	const folders = readdirSync(join(root, 'src/lib/charts'), { withFileTypes: true }).filter((one) => one.isDirectory());
	expect(folders.map(({ name }) => name).sort()).toEqual([...chartIds].sort());
	expect(Object.keys(drawings)).toEqual(chartIds);
});

test('a chart without copy is neither drawn nor listed', () => {
	const { ties, accounts } = story.copy.charts;
	const fewer = { ...story, copy: { ...story.copy, charts: { ...(ties && { ties }), ...(accounts && { accounts }) } } };
	expect(Object.keys(geometries(fewer))).toEqual(['ties', 'accounts']);
	expect(Object.keys(tables(fewer))).toEqual(['ties', 'accounts']);
});
