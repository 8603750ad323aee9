import Specificity from '@bramus/specificity';
import { generate, parse, walk, type Selector } from 'css-tree';
import type { Plugin } from 'vite';

const weight = (selector: string): string | undefined => Specificity.calculate(selector)[0]?.toArray().join();

/**
 * The selectors that a selector with `:is(…)` is short for, if it can be expanded: all its options have the same specificity,
 * and none is a pseudo-class that makes a browser without it drop the whole list.
 */
function writtenOut(text: string): readonly string[] {
	const ast = parse(text, { context: 'selector', positions: true }) as Selector;
	for (const node of ast.children) {
		if (node.type !== 'PseudoClassSelector' || node.name !== 'is' || !node.loc) continue;
		const [list] = node.children?.toArray() ?? [];
		const options = list?.type === 'SelectorList' ? list.children.toArray() : [];
		const words = options.map((option) => generate(option));
		if (new Set(words.map(weight)).size !== 1 || words.some((word) => /:(?:has|focus-visible)\b/.test(word)))
			return [text];
		const [before, after] = [text.slice(0, node.loc.start.offset), text.slice(node.loc.end.offset)];
		// A type selector must come first in its compound selector.
		if (/[^\s>+~]$/.test(before) && words.some((word) => /^[a-z]/.test(word))) return [text];
		// In `a :is(b c) d`, `b` need not be below `a`.
		if (/\S\s*$/.test(before) && words.some((word) => /[\s>+~]/.test(word))) return [text];
		return words.flatMap((word) => writtenOut(before + word + after));
	}
	return [text];
}

/** Expands `:is(…)` into lists. Minifiers produce it for nested rules; Chromium supports it from 88 on. */
export function plainSelectors(css: string): string {
	const changes: { readonly from: number; readonly to: number; readonly text: string }[] = [];
	walk(parse(css, { positions: true }), {
		visit: 'SelectorList',
		enter(list) {
			if (this.selector || !list.loc) return;
			const text = css.slice(list.loc.start.offset, list.loc.end.offset);
			if (!text.includes(':is(')) return;
			const each = list.children
				.toArray()
				.flatMap(({ loc }) => (loc ? writtenOut(css.slice(loc.start.offset, loc.end.offset)) : []));
			changes.push({ from: list.loc.start.offset, to: list.loc.end.offset, text: each.join(',') });
		},
	});
	return changes.reduceRight((done, { from, to, text }) => done.slice(0, from) + text + done.slice(to), css);
}

/** A plugin that expands the selectors of every style sheet of a build. */
export function plainStyles(): Plugin {
	return {
		name: 'story:plain-styles',
		apply: 'build',
		generateBundle: {
			order: 'post',
			handler(_options, bundle) {
				for (const file of Object.values(bundle)) {
					if (file.type === 'asset' && file.fileName.endsWith('.css'))
						file.source = plainSelectors(String(file.source));
				}
			},
		},
	};
}
