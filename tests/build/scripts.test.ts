/** Scripts that supported browsers do not know are refused by the lint. */
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const lint = new ESLint({ ruleFilter: ({ ruleId }) => ruleId === 'baseline/use-baseline' });

async function faults(code: string, file: string): Promise<string[]> {
	const [result] = await lint.lintText(code, { filePath: file });
	return (result?.messages ?? []).map(({ line, message }) => `${line}: ${message}`);
}

const CODE = `export async function run(root: Document, list: number[], shadow: ShadowRoot): Promise<void> {
	const controls = [...root.querySelectorAll('dialog')];
	controls.findLast((control) => control.open)?.close();
	await fetch('.', { signal: AbortSignal.timeout(list.at(-1) ?? 0) });
	list.toSorted();
	Object.groupBy(list, (one) => String(one));
	root.startViewTransition();
	shadow.adoptedStyleSheets = [new CSSStyleSheet()];
	root.body.showPopover();
	new Set(list).union(new Set());
}
`;

test('the lint of scripts refuses what is newer than the oldest supported browsers, of the language and of browsers, and says where', async () => {
	const found = await faults(CODE, 'src/lib/behaviours/error-boundary.ts');
	expect(found.map((fault) => Number(fault.split(':')[0]))).toEqual([4, 5, 6, 7, 8, 8, 9, 10]);
	expect(found[0]).toContain('AbortSignal.timeout()');
});

test('it accepts features that are tested for in the same module, and ignores code that runs at build', async () => {
	const sheet =
		'export const sheet: CSSStyleSheet | null = "adoptedStyleSheets" in document ? new CSSStyleSheet() : null;\n';
	expect(await faults(sheet, 'src/lib/embed/chart-element.ts')).toEqual([]);
	expect(await faults(sheet, 'src/lib/embed/tell.ts')).not.toEqual([]);
	expect(await faults('export const sorted = [1].toSorted();\n', 'src/lib/ledger/words.ts')).toEqual([]);
});
