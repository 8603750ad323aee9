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
	}),
];
