/** Lints scripts for readers: all supported browsers must know what they use (`src/build/supported-browsers.js`). */
import baselineJs from 'eslint-plugin-baseline-js';
import { defineConfig } from 'eslint/config';
import { baseline } from '#build/supported-browsers.js';

/** Newer features that all browsers of `charts` know, at least as far as we use them. */
const known = ['array-at', 'array-findlast', 'async-clipboard', 'dialog'];

/**
 * @param {string} files
 * @param {readonly string[]} features that are allowed to be newer there
 */
const held = (files, features) => ({
	files: [files],
	/** @type {import('eslint').Linter.RulesRecord} */
	rules: {
		'baseline/use-baseline': [
			'error',
			{
				available: baseline,
				includeWebApis: { preset: 'type-aware' },
				includeJsBuiltins: { preset: 'type-aware' },
				ignoreFeatures: features,
			},
		],
	},
});

export default defineConfig(
	// Its other exports have another format.
	{ plugins: { baseline: { rules: baselineJs.rules } } },
	held('src/lib/{behaviours,embed,gallery,missing}/**/*.ts', known),
	// Called only in browsers that have it.
	held('src/lib/behaviours/place/place.ts', [...known, 'check-visibility']),
	// A frame without lazy loading loads at once; styles have another fallback.
	held('src/lib/embed/chart-element.ts', [...known, 'constructed-stylesheets', 'loading-lazy']),
);
