/** The quality criteria, in words. Tests refer to them by these ids (`holds.ts`). */

export interface Assertion {
	/** `<group>/<name>` */
	readonly id: string;
	readonly words: string;
	/** 0: gates every landing; 1: gates a release. */
	readonly priority: 0 | 1;
}

const group = (name: string, priority: 0 | 1, words: Readonly<Record<string, string>>): Assertion[] =>
	Object.entries(words).map(([id, sentence]) => ({ id: `${name}/${id}`, words: sentence, priority }));

export const ASSERTIONS: readonly Assertion[] = [
	...group('a11y', 0, {
		axe: 'axe finds no violation on any kind of page, in light and dark, narrow and wide, with and without scripts',
		'second-engine': 'IBM’s checker finds no violation on any kind of page, except known false positives',
		'dark-reader': 'repainted by Dark Reader, marks keep 3:1 and words 4.5:1, in both themes',
		paint: 'marks have a contrast of 3:1, text 4.5:1, reading text 7:1, and no text is smaller than 12 px',
		tree: 'screen readers get each chart and key step as reviewed',
	}),
	...group('a11y', 1, {
		announced: 'a deliberate change of step is announced once, scrolling never',
	}),
	...group('colour', 0, {
		deficiencies: 'meanings stay apart under protanopia, deuteranopia and tritanopia',
		'second-channel': 'what colour shows is also shown by shape, direction, dash or words',
	}),
	...group('chart', 0, {
		words: 'every chart has a title that states the finding, how to read it, and its sources',
		table: 'the cells of every table equal the compiled data, its rows the marks',
		described: 'every step describes what its chart shows',
		labels: 'no label of a chart overlaps another, is cut off or smaller than 12 px, at any width, in any step',
	}),
	...group('chart', 0, {
		'type-size': 'type in charts grows with the reader’s, as far as the column holds the narrowest drawing',
	}),
	...group('chart', 1, {
		'heard-in-words': 'screen readers get numbers and dates as words',
	}),
	...group('keyboard', 0, {
		'tab-stop': 'each chart is one tab stop; arrows, Home and End move inside, Escape leaves',
		covered: 'nothing sticky covers the focus',
		paging: 'paging by key from top to bottom shows every line entirely, in every layout',
		network: 'in the network the arrows follow contacts from person to person',
		told: 'the focus shows what mouse and touch show, and it can be dismissed',
	}),
	...group('keyboard', 1, {
		skip: 'every chart can be skipped',
	}),
	...group('targets', 0, {
		size: 'targets are at least 24 px wide and high',
		ring: 'the focus has a ring of 2 px with a contrast of 3:1',
	}),
	...group('targets', 1, {
		touch: 'on touch screens targets are 44 px where there is room',
	}),
	...group('preferences', 0, {
		motion: 'with reduced motion nothing moves after a step',
		'forced-colours': 'forced colours keep every mark, axis and focus',
		reflow: 'at 320 × 256 px no page is wider than its window',
		'text-spacing': 'wider spacing of text cuts nothing off',
		print: 'on paper every step has its chart',
	}),
	...group('preferences', 1, {
		'text-size': 'text of twice the size cuts nothing off',
	}),
	...group('people', 0, {
		labels: 'labels and tables keep “reported”, “alleged” and “denied”',
		descriptions: 'descriptions keep them, too',
	}),
	...group('reliability', 0, {
		'scripts-off': 'without scripts all text, every chart, table and source is available',
		'styles-off': 'without styles, too',
		'scripts-and-styles-off': 'without both, too',
		'files-fail': 'each file that a page loads fails in five ways; the article and its charts remain',
		'script-missing':
			'with a script that is off, blocked, missing, pending, altered, broken or not saved, each step has its picture',
		'figures-throw': 'if a figure throws, its steps show their pictures, and all else works',
		'behaviours-throw': 'a behaviour that throws stops no other',
		'deploy-swap': 'an open page of an old build keeps working after a new one is published',
		'any-path': 'one build works below any path, requested as /p, /p/ and /p/index.html',
		position: 'after any sequence of actions, the chart shows the step of the scroll position',
		place: 'the current step stays the same through any change of window, text size and mode, a reload and going back',
		'resize-storm': 'a hundred resizes end in the same document as a fresh load',
		'deep-links': 'the URL of a step opens the story at that step',
		'hostile-addresses': 'a malformed URL changes nothing and throws no error',
		slow: 'a first view is small enough to load within 3 s on a slow line; “npm run bench” measures the time',
		'reader-view':
			'a reader view keeps every paragraph, heading and picture, in order; drawings without styles can be read',
		clipped: 'clippers find our title, and no other author or site',
		'read-as-text': 'extracted as text, drawings have spaces between their words, and the first picture occurs once',
		still: 'scripts and fonts move nothing visible',
		'fonts-blocked': 'without fonts the text is shown at once',
		'identical-builds': 'two builds in two folders and time zones are the same to the byte',
		drawings: 'drawings of every chart and step are as reviewed',
		'engines-scripts-off': 'in three engines: without scripts every word, chart, table and picture is available',
		'engines-position': 'in three engines: the chart shows the step of the position, by scroll and by keys',
		'engines-keyboard': 'in three engines: arrows move in a chart, Escape leaves it',
		'engines-evidence': 'in three engines: the evidence panel opens, holds the focus and gives it back',
		'engines-embeds': 'in three engines: an embed reports its height, and every change',
		'engines-print': 'in three engines: on paper every step has its picture',
		'engines-calm': 'in three engines: no animation with reduced motion',
		'engines-motion': 'in three engines: animation without it, so that the former can fail',
	}),
	...group('reliability', 1, {
		'old-browsers':
			'in old Chromium every word, every step’s picture and all evidence are available, and no dead control',
		sleep: 'a page that was frozen works when it is shown again',
		'long-session': 'hundreds of steps, jumps and openings leave nothing behind',
		'long-strings': 'very long words, three times the text, and text from right to left break nothing',
	}),
	...group('security', 0, {
		policy: 'every page has a strict policy with trusted types, its hashes recomputed from the build',
		'no-sinks': 'no text is ever made into markup or code, in the source or in the build',
		'hostile-texts': 'pages of hostile seeds and copy have the same elements as those of harmless ones',
		'fuzzed-addresses': 'any text as a URL parameter gives a valid state, which is written and parsed unchanged',
		'fuzzed-seeds': 'any bytes as a seed give data or a diagnostic with file and line',
		messages: 'messages between frames are checked for source, shape and range',
		'no-traces': 'no request to another host, no cookie, no storage, no beacon',
		'lock-and-licences': 'every package is locked to its exact version and hash, under a licence that is allowed',
		'bill-of-materials': 'a bill of materials names every package',
	}),
	...group('security', 1, {
		headers: 'real servers send the headers that the hosting guide promises',
	}),
	...group('provenance', 0, {
		evidence: 'every record and every factual sentence rests on a passage that is found once, and quoted exactly',
		ids: 'every id in the compiled data points to something',
		sentences: 'every mark, row and cited sentence leads to its entry',
		passages: 'every passage leads to itself on the page of its article, where the same words stand',
		survival: 'names of marks and tables keep precision of dates, status and number of sources',
		corrections: 'corrections are public, and data that changed without one fail the build',
		codings: 'every event was coded twice; the agreement is published with its interval',
	}),
];
