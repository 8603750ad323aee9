/** What is asserted of the whole, in words. Tests say what they bear out by these ids (`holds.ts`). */

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
	...group('reliability', 0, {
		'engines-scripts-off': 'in three engines: without scripts every word, chart, table and picture is there',
		'engines-position': 'in three engines: each step shows what its position asks for, by scroll and by keys',
		'engines-keyboard': 'in three engines: arrows walk a chart, Escape leaves it',
		'engines-evidence': 'in three engines: the evidence panel opens, holds the focus and gives it back',
		'engines-embeds': 'in three engines: an embed tells its height, and tells it again',
		'engines-print': 'in three engines: on paper every step has its picture',
		'engines-calm': 'in three engines: no movement for those who ask for less',
		'engines-motion': 'in three engines: movement for all others, so that the former can fail',
		'scripts-off': 'without scripts every page has its words, charts, tables and passages',
		'styles-off': 'without styles, too',
		'scripts-and-styles-off': 'and without both',
		'files-fail': 'whatever becomes of a file that a page asks for, its words, charts and tables stay',
		'behaviours-throw': 'where a behaviour throws, only what needs it is gone, and the rest lives',
		'figures-throw': 'where a figure throws, its steps show their own pictures, and the other figures follow',
		'any-path': 'the build lives under any path, with its slash and without',
		position: 'whatever a reader does, in whatever order, the step shown is the step of the position',
		'resize-storm': 'a storm of resizes ends in the same document as a fresh load',
		'deep-links': 'the address of a step opens the story there',
		'hostile-addresses': 'an address that is garbage changes nothing and causes no error',
		still: 'the script moves no box by more than half a pixel when it arrives',
		'fonts-blocked': 'words and charts are painted while no font comes',
		'long-session': 'a long session leaves no listener, node or memory behind',
		sleep: 'a page that slept shows the step of its position when it wakes',
	}),
	...group('security', 0, {
		policy: 'every page has a strict policy, whose hashes are those of what it runs and paints',
		'no-sinks': 'no code makes markup or code from a string',
		'no-traces': 'no page asks another host, sets a cookie, stores or sends anything',
		'hostile-texts': 'seeds and copy made of polyglots give the harmless tree',
		'fuzz-addresses': 'any query of an address gives a valid state, and is read back as it is written',
		'fuzz-messages': 'no message makes a frame, or the page round it, throw or believe a height that is none',
		'fuzz-compiler': 'any bytes in the seeds give data or a diagnostic with file and line',
		'lock-and-licences': 'every package is held to its hash and has a licence that we may use',
		'bill-of-materials': 'the bill of materials has every package, and says which reach readers',
	}),
	...group('provenance', 0, {
		quotations: 'every quotation is proved against the fingerprint of its article, every coded row accounted for',
		ids: 'every id in the compiled data points to something',
		sentences: 'every mark, row and cited sentence leads to its entry',
		passages: 'every passage leads to itself on the page of its article, where the same words stand',
	}),
];
