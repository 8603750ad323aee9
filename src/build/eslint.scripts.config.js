/** Scripts that readers get are held to what all supported browsers know (`src/build/supported-browsers.js`). */
import baselineJs from 'eslint-plugin-baseline-js';
import { defineConfig } from 'eslint/config';
import { baseline } from './supported-browsers.js';

/** Newer than that, but all browsers of `charts` know it, or as much of it as we use. */
const known = ['array-at', 'array-findlast', 'async-clipboard', 'dialog'];

/**
 * @param {string} files
 * @param {readonly string[]} features which may be newer there
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
	// What else it exports has a form of its own.
	{ plugins: { baseline: { rules: baselineJs.rules } } },
	held('src/lib/{behaviours,embed,gallery,missing}/**/*.ts', known),
	// Called only in browsers that have it.
	held('src/lib/behaviours/place/place.ts', [...known, 'check-visibility']),
	// A frame that does not wait is loaded at once; styles have another way.
	held('src/lib/embed/chart-element.ts', [...known, 'constructed-stylesheets', 'loading-lazy']),
);
