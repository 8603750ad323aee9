/** Lints style sheets: all supported browsers must know what they use (`src/build/supported-browsers.js`). */
import css from '@eslint/css';
import { defineConfig } from 'eslint/config';
import { baseline } from '#build/supported-browsers.js';

const KNOWN = 'all browsers of `charts` know it; Baseline asks for more of it than we use, or was later';
const LOOKS = 'where it is not known, something looks a little plainer and nothing is lost';
const BEFORE = 'a rule before it, or beside it in @supports, serves those that do not know it';

/** Newer features that are used nevertheless. */
const exceptions = [
	{ option: 'allowSelectors', why: KNOWN, names: ['focus-visible'] },
	{ option: 'allowSelectors', why: LOOKS, names: ['backdrop', 'details-content', 'has', 'selection'] },
	{ option: 'allowAtRules', why: BEFORE, names: ['container', 'page', 'property'] },
	{ option: 'allowUnits', why: BEFORE, names: ['svh'] },
	{ option: 'allowMediaConditions', why: LOOKS, names: ['forced-colors', 'prefers-contrast'] },
	{ option: 'allowFunctions', why: LOOKS, names: ['color-mix'] },
	{
		option: 'allowPropertyValues',
		why: KNOWN,
		names: {
			'break-after': ['avoid'],
			'break-before': ['avoid'],
			float: ['inline-start'],
			'overflow-wrap': ['anywhere'],
		},
	},
	{ option: 'allowProperties', why: KNOWN, names: ['appearance', 'color-scheme', 'outline', 'paint-order'] },
	{ option: 'allowProperties', why: BEFORE, names: ['container', 'line-clamp', 'zoom'] },
	{
		option: 'allowProperties',
		why: LOOKS,
		names: ['accent-color', 'contain-intrinsic-block-size', 'content-visibility', 'forced-color-adjust'],
	},
	{
		option: 'allowProperties',
		why: LOOKS,
		names: ['overflow-clip-margin', 'overscroll-behavior', 'scroll-behavior', 'scrollbar-gutter'],
	},
	{
		option: 'allowProperties',
		why: LOOKS,
		names: ['text-decoration-skip-ink', 'text-size-adjust', 'text-wrap', 'user-select'],
	},
];

/** @type {Record<string, any>} The options of the rule. */
const allowed = { available: baseline };
for (const { option, names } of exceptions) {
	allowed[option] = Array.isArray(names) ? [...(allowed[option] ?? []), ...names] : { ...allowed[option], ...names };
}

/** The styles of a component, on the same lines as in its file. */
const ofComponents = {
	/** @param {string} text */
	preprocess: (text) =>
		[...text.matchAll(/<style>([^]*?)<\/style>/g)].map(({ index, 1: style }, at) => ({
			text: text.slice(0, index).replace(/[^\n]/g, '') + style,
			filename: `${at}.css`,
		})),
	/** @param {import('eslint').Linter.LintMessage[][]} messages */
	postprocess: (messages) => messages.flat(),
};

export default defineConfig(
	{ ignores: ['build/', 'export/', 'seeds/', 'tests/', '.svelte-kit/'] },
	{
		files: ['src/**/*.svelte'],
		plugins: { styles: { processors: { ofComponents } } },
		processor: 'styles/ofComponents',
	},
	{
		files: ['**/*.css'],
		plugins: { css },
		language: 'css/css',
		languageOptions: { tolerant: true },
		linterOptions: { noInlineConfig: true },
		rules: { 'css/use-baseline': ['error', allowed] },
	},
);
