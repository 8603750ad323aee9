import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import scripts from './src/build/eslint/scripts.config.js';
import svelteConfig from './svelte.config.js';

/**
 * Who may import whom: for each folder, the folders of ours and the packages that its modules may name. Nothing else of
 * ours, and no other package; `./` is always open. The reason is what a breaker of the rule is told.
 */
const table = [
	{ folder: 'src/lib/model', ours: [], packages: [], why: 'the model is types only; everything else speaks in it' },
	{
		folder: 'src/lib/geometry',
		ours: ['lib/model'],
		packages: ['d3'],
		why: 'geometry is plain numbers, shared by charts',
	},
	{
		folder: 'src/lib/charts',
		ours: ['lib/model', 'lib/geometry', 'lib/ui', 'lib/charts/words.ts', 'lib/charts/dates.ts'],
		packages: ['d3', 'svelte'],
		why: 'a chart is a pure function of data; it knows no other chart, no page and no browser',
	},
	{
		folder: 'src/lib/ui',
		ours: ['lib/model'],
		packages: ['svelte'],
		why: 'the frame knows what a chart gives it, not which chart',
	},
	{
		folder: 'src/lib/pages',
		ours: ['lib/model', 'lib/ui'],
		packages: ['svelte', '$app/paths'],
		why: 'what every page has round it knows where the site lies, and not what the page is about',
	},
	{
		folder: 'src/lib/story',
		ours: ['lib/model', 'lib/charts', 'lib/ui'],
		packages: ['svelte'],
		why: 'the story puts words and charts together; numbers are the charts’ affair',
	},
	{
		folder: 'src/lib/ledger',
		ours: ['lib/model', 'lib/charts/words.ts', 'lib/story/charts.ts', 'lib/ui'],
		packages: ['svelte'],
		why: 'the ledger puts records in words; of charts it knows only which records they draw',
	},
	{
		folder: 'src/lib/method',
		ours: ['lib/model', 'lib/charts/words.ts'],
		packages: ['svelte'],
		why: 'the method page computes from the story; it draws its own small charts and knows no other',
	},
	{
		folder: 'src/lib/accessibility',
		ours: ['lib/model', 'lib/stills/theme.ts', 'lib/story/charts.ts'],
		packages: ['culori', 'svelte', 'syllable'],
		why: 'the statement counts the charts and measures the colours that there are; it changes neither',
	},
	{
		folder: 'src/lib/server',
		ours: [
			'lib/model',
			'lib/embed',
			'lib/export',
			'lib/stills',
			'lib/behaviours/media.ts',
			'lib/story/charts.ts',
			'build/compressed.ts',
			'build/glyphs.ts',
		],
		packages: [
			'virtual:story',
			'virtual:behaviours',
			'virtual:embeds',
			'virtual:gallery',
			'@fonts/serif.woff2?url',
			'@fonts/display.woff2?url',
			'@fonts/sans.woff2?url',
			'css-tree',
			'node:',
		],
		why: 'the only door from pages to compiled data',
	},
	{
		folder: 'src/lib/export',
		ours: ['lib/model', 'lib/export'],
		packages: ['csv-stringify', 'node:crypto'],
		why: 'a file is made from the records alone; it knows no page',
	},
	{
		folder: 'src/lib/metadata',
		ours: ['lib/model', 'lib/export'],
		packages: ['svelte'],
		why: 'what machines are told of a page follows from the records, not from its markup',
	},
	{
		folder: 'src/lib/stills',
		ours: ['lib/model', 'lib/charts', 'lib/story', 'lib/ui', 'build/cache.ts', 'build/code.ts', 'build/memory.ts'],
		packages: [
			'svelte',
			'css-tree',
			'@bramus/specificity',
			'node-html-parser',
			'@resvg/resvg-js',
			'node:crypto',
			'node:v8',
			'node:zlib',
			'svgpath',
			'virtual:still-fonts',
		],
		why: 'a still is the page’s own drawing in another form; it is made at build and draws nothing itself',
	},
	{
		folder: 'src/lib/behaviours',
		ours: ['lib/model', 'lib/behaviours'],
		packages: ['scrollama'],
		why: 'a behaviour enhances the finished document; it ships to readers, so no chart, no Svelte, no D3',
	},
	{
		folder: 'src/lib/embed',
		ours: ['lib/embed', 'lib/model', 'lib/behaviours'],
		packages: ['svelte'],
		why: 'an embed brings the story’s behaviours into a frame, and speaks with the page round it; it knows no chart',
	},
	{
		folder: 'src/lib/not-found',
		ours: [],
		packages: [],
		why: 'the page for what is not there knows nothing of the site but where to look for it',
	},
	{
		folder: 'src/lib/gallery',
		ours: ['lib/model', 'lib/embed', 'lib/behaviours/error-boundary.ts'],
		packages: ['svelte'],
		why: 'the gallery frames embeds as a foreign page would; it knows their addresses and messages, not their insides',
	},
	{
		folder: 'src/routes',
		ours: [
			'lib/model',
			'lib/charts',
			'lib/ui',
			'lib/pages',
			'lib/story',
			'lib/ledger',
			'lib/method',
			'lib/accessibility',
			'lib/server',
			'lib/embed',
			'lib/gallery',
			'lib/export',
			'lib/metadata',
			'lib/stills',
			'build/supported-browsers.js',
		],
		packages: ['svelte', '@sveltejs/kit', '$app/paths', '$app/environment', './$types'],
		why: 'a route takes a slice and hands it down',
	},
	{
		folder: 'src/routes/dev',
		ours: [
			'lib/model',
			'lib/charts',
			'lib/pages',
			'lib/server',
			'lib/stills',
			'lib/story',
			'lib/ui',
			'compile',
			'tests/scale',
		],
		packages: ['svelte', 'd3', './$types'],
		why: 'a page for developers may compile other records than the story of the build',
	},
	{
		folder: 'src/compile',
		ours: ['lib/model', 'compile'],
		packages: ['d3', 'edtf', 'yaml', 'zod', 'vite', 'node:'],
		why: 'the compiler turns text into data; it knows no page',
	},
	{
		folder: 'src/build',
		ours: [],
		packages: [
			'vite',
			'subset-font',
			'@capsizecss/core',
			'@capsizecss/unpack',
			'css-tree',
			'@bramus/specificity',
			'node:',
		],
		why: 'plugins of the build know no story',
	},
	{
		folder: 'src/hosts',
		ours: ['lib/embed/hosting.ts'],
		packages: ['node:'],
		why: 'what a host is told of a site follows from its files',
	},
	{
		folder: 'src/bundles',
		ours: ['lib/model', 'lib/embed', 'lib/export', 'build/files.js', 'build/compressed.ts', 'bundles', 'hosts'],
		packages: [
			...['css-tree', 'fflate', 'fontkit', 'node-html-parser', 'pdfkit', 'subset-font', 'warcio', 'yaml', 'zod'],
			'node:',
		],
		why: 'an export is made of what was built; it draws and compiles nothing',
	},
	{
		folder: 'src/commands',
		ours: ['lib/model', 'lib/charts', 'lib/ledger', 'build/files.js', 'commands', 'compile', 'bundles', 'hosts'],
		packages: ['vite', 'sirv', 'get-port', 'playwright-core', 'node:'],
		why: 'commands run in Node, beside the site',
	},
];

const noParent = { regex: '^\\.\\.', message: 'Write #lib/… or #compile/…: a path from the root survives a move.' };

/** One row of the table as patterns: everything is refused but what the row names. */
function boundary({ folder, ours, packages, why }) {
	const allowed = [
		'\\./',
		...ours.map((place) => `#${place}${/\.[jt]s$/.test(place) ? '$' : '/'}`),
		...packages.map((name) => name.replace(/[.$?]/g, '\\$&') + (name.endsWith(':') ? '' : '(?:/|$)')),
	];
	return {
		files: [`${folder}/**/*.{ts,svelte}`],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						noParent,
						{
							regex: `^(?!${allowed.join('|')})(?!\\.\\.)`,
							message: `${folder} may import ${[...ours, ...packages].join(', ') || 'nothing'}: ${why}.`,
						},
					],
				},
			],
		},
	};
}

const ban = (selector, message) => ({ selector, message });

const bannedSyntax = [
	ban('ExportAllDeclaration', 'No barrels: import from the module that has it.'),
	ban(
		'CallExpression[callee.name="$effect"]',
		'Charts and pages are pure: use $derived; what happens in the browser is a behaviour.',
	),
	ban(
		'CallExpression[callee.object.name="$effect"]',
		'Charts and pages are pure: use $derived; what happens in the browser is a behaviour.',
	),
	ban(
		'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
		'No markup from strings: clone a <template> or set textContent.',
	),
	ban(
		'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseFromString)$/]',
		'No markup from strings: clone a <template> or set textContent.',
	),
	ban('CallExpression[callee.property.name="html"]', 'No markup from strings: .html() is one of D3’s ways to make it.'),
	ban('CallExpression[callee.object.name="document"][callee.property.name=/^write/]', 'No markup from strings.'),
];

export default defineConfig(
	{ ignores: ['.svelte-kit/', 'build/', 'export/', 'node_modules/', 'seeds/'] },
	ts.configs.strictTypeChecked,
	ts.configs.stylisticTypeChecked,
	svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.node },
			parserOptions: {
				projectService: { allowDefaultProject: ['*.js'] },
				extraFileExtensions: ['.svelte'],
				tsconfigRootDir: import.meta.dirname,
			},
		},
		linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
		rules: {
			eqeqeq: 'error',
			'no-console': 'error',
			'no-eval': 'error',
			'no-new-func': 'error',
			'no-script-url': 'error',
			'no-restricted-syntax': ['error', ...bannedSyntax],
			'no-restricted-imports': ['error', { patterns: [noParent] }],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/dot-notation': 'off',
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			'@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
			'@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: true }],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
		},
	},
	{
		files: ['**/*.svelte'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			'svelte/no-at-html-tags': 'error',
			'svelte/no-at-debug-tags': 'error',
			'svelte/no-inline-styles': ['error', { allowTransitions: false }],
			'svelte/require-each-key': 'error',
			'svelte/no-navigation-without-resolve': 'off',
		},
	},
	...table.map(boundary),
	scripts,
	{
		files: ['src/lib/behaviours/**/*.ts'],
		ignores: ['src/lib/behaviours/steps/scroll.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				...bannedSyntax,
				ban(
					'ImportDeclaration[source.value="scrollama"]',
					'Only behaviours/steps/scroll.ts imports scrollama: it goes wrong without its wrapper.',
				),
			],
		},
	},
	{ files: ['src/commands/**/*.{js,ts}', 'tests/tools/**/*.ts'], rules: { 'no-console': 'off' } },
	{
		files: ['tests/**/*.ts'],
		ignores: ['tests/quality/partners.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				...bannedSyntax,
				ban(
					'MemberExpression[property.name=/^(skip|skipIf|runIf|todo)$/]',
					'Skip a test with skipUnless() of tests/quality/partners.ts, which says what is missing and how to get it.',
				),
			],
		},
	},
	// Fixtures of a test runner are functions handed over one by one.
	{ files: ['tests/**/*.ts'], rules: { '@typescript-eslint/unbound-method': 'off' } },
	{ files: ['**/*.js'], extends: [ts.configs.disableTypeChecked] },
);
