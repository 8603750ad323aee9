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
		'second-engine': 'IBM’s checker finds no violation on any kind of page that has no reason told',
		'dark-reader': 'repainted by Dark Reader, marks keep 3:1 and words 4.5:1, in both themes',
		paint: 'marks stand out 3:1, text 4.5:1, reading text 7:1, nothing is smaller than 12 px',
		tree: 'what is heard of each chart and key step is what was reviewed',
	}),
	...group('a11y', 1, {
		announced: 'a deliberate change of step is announced once, scrolling never',
	}),
	...group('colour', 0, {
		deficiencies: 'meanings stay apart under protanopia, deuteranopia and tritanopia',
		'second-channel': 'what colour says, shape, direction, dash or words say, too',
	}),
	...group('chart', 0, {
		words: 'every chart has a title that states the finding, how to read it, and its sources',
		table: 'the cells of every table are the compiled data, its rows are the marks',
		described: 'every step describes what its chart shows',
		labels: 'no words on a chart meet others, are cut off or are smaller than 12 px, at any width, in any step',
	}),
	...group('chart', 0, {
		'type-size': 'type in charts grows with the reader’s, as far as the column holds the narrowest drawing',
	}),
	...group('chart', 1, {
		'heard-in-words': 'numbers and dates are heard as words',
	}),
	...group('keyboard', 0, {
		'tab-stop': 'each chart is one stop of the tab key; arrows, Home and End walk inside, Escape leaves',
		covered: 'nothing in focus lies under something that sticks',
		paging: 'paging by key from top to foot shows every line whole and uncovered, in every layout',
		network: 'in the network the arrows lead from person to person along contacts',
		told: 'the focus shows what mouse and touch show, and it can be dismissed',
	}),
	...group('keyboard', 1, {
		skip: 'every chart can be skipped',
	}),
	...group('targets', 0, {
		size: 'what can be pressed is at least 24 px wide and high',
		ring: 'the focus has a ring of 2 px that stands out 3:1',
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
		'scripts-off': 'without scripts all text, every chart, table and source is there',
		'styles-off': 'without styles, too',
		'scripts-and-styles-off': 'without both, too',
		'files-fail': 'each file that a page asks for fails in five ways; the article and its charts stay',
		'script-missing':
			'off, blocked, lost, hanging, altered, broken or not kept: without the script each step has its picture',
		'figures-throw': 'a figure that throws leaves its steps their pictures, and the rest alive',
		'behaviours-throw': 'a behaviour that throws takes nothing with it',
		'deploy-swap': 'an open page of an old build lives on beside a new one',
		'any-path': 'one build works below any path, asked for as /p, /p/ and /p/index.html',
		position: 'whatever a reader does in whatever order, the step shown is that of the position',
		place: 'the step that is read stays through any change of window, text and mode, a reload and the way back',
		'resize-storm': 'a hundred changes of size end where a fresh page begins',
		'deep-links': 'an address of a step opens there',
		'hostile-addresses': 'garbage in an address changes nothing and throws nothing',
		slow: 'a first view asks for so few bytes that a slow line brings them within 3 s; “npm run bench” takes the time',
		'reader-view':
			'a reader view keeps every paragraph, heading and picture, in order; drawings without styles can be read',
		clipped: 'clippers are told our title, and no author or site but ours',
		'read-as-text': 'read as text, drawings have spaces between their words, and the first picture is said once',
		still: 'scripts and fonts move nothing that a reader sees',
		'fonts-blocked': 'without fonts the text is there at once',
		'identical-builds': 'two builds in two folders and time zones are the same to the byte',
		drawings: 'drawings of every chart and step are those that were reviewed',
		'engines-scripts-off': 'in three engines: without scripts every word, chart, table and picture is there',
		'engines-position': 'in three engines: each step shows what its position asks for, by scroll and by keys',
		'engines-keyboard': 'in three engines: arrows walk a chart, Escape leaves it',
		'engines-evidence': 'in three engines: the evidence panel opens, holds the focus and gives it back',
		'engines-embeds': 'in three engines: an embed tells its height, and tells it again',
		'engines-print': 'in three engines: on paper every step has its picture',
		'engines-calm': 'in three engines: no movement for those who ask for less',
		'engines-motion': 'in three engines: movement for all others, so that the former can fail',
	}),
	...group('reliability', 1, {
		'old-browsers':
			'in old Chromium every word, every step’s picture and evidence are there, and no control that is dead',
		sleep: 'a page that was frozen, and is said to be shown again, is alive',
		'long-session': 'hundreds of steps, jumps and openings leave nothing behind',
		'long-strings': 'words without end, three times the text, and text from right to left break nothing',
	}),
	...group('security', 0, {
		policy: 'every page has a strict policy with trusted types, its hashes recomputed from the build',
		'no-sinks': 'no text is ever made into markup or code, in the source or in the build',
		'hostile-texts': 'seeds and copy made of polyglots give the harmless tree',
		'fuzzed-addresses': 'any text as an address’s parameter gives a valid state, and comes back as it was written',
		'fuzzed-seeds': 'any bytes as a seed give data or a diagnosis with file and line',
		messages: 'messages between frames are held to their source, shape and range',
		'no-traces': 'no request to another host, no cookie, no storage, no beacon',
		'lock-and-licences': 'every package is locked to its exact version and hash, under a licence that is allowed',
		'bill-of-materials': 'a bill of materials names every package',
	}),
	...group('security', 1, {
		headers: 'real servers send the headers that the hosting guide promises',
	}),
	...group('provenance', 0, {
		evidence: 'every datum and every factual sentence rests on a passage that is found once, and quoted as it is',
		ids: 'every id in the compiled data points to something',
		sentences: 'every mark, row and cited sentence leads to its entry',
		passages: 'every passage leads to itself on the page of its article, where the same words stand',
		survival: 'precision of dates, status and number of sources reach the name of the mark and the table',
		corrections: 'corrections are public, and data that changed without one fail',
		codings: 'every event was coded twice; the agreement is told with its interval',
	}),
];
