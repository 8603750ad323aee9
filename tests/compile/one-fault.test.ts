/** One fault, one message, where the fault is: nothing that follows from it is told as well. */
import { expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import type { File } from '#compile/parse.ts';
import { sample } from './project.ts';

const valid = sample('_valid');

/** The valid sample with one text in place of another in a file, which must hold it. */
function edited(name: string, from: string | RegExp, to: string): File[] {
	return valid.map(({ file, text }) => {
		if (file !== name) return { file, text };
		const changed = text.replace(from, to);
		expect(changed).not.toBe(text);
		return { file, text: changed };
	});
}

const copy = 'src/copy/en.aml';
const edits: [what: string, file: string, from: string | RegExp, to: string, place: string, message: string][] = [
	['a tab', 'seeds/events.yaml', '  targets: [southland]', '\ttargets: [southland]', '6:1', 'write spaces'],
	['capitals in a code', 'seeds/events.yaml', 'north-south', 'NORTH-South', '7:9', 'write north-south'],
	['no id', 'seeds/ties.yaml', '- id: bridge\n  title', '- title', '1:3', 'write “id: ”'],
	['a list emptied', 'seeds/corrections.yaml', /^[^]*$/, '# later\n', '1:1', 'or [] for one without records'],
	['a side renamed', 'seeds/story.yaml', 'code: north', 'code: nord', '6:13', 'write north here'],
	['text emptied', 'seeds/story.yaml', 'own: his own', 'own: ""', '9:26', 'write some text'],
	['a role turned round', 'seeds/actors.yaml', '2014/2015', '2015/2014', '9:36', 'write'],
	['eras apart', 'seeds/eras.yaml', '2015-01-01', '2015-01-02', '2:38', "write from: '2015-01-01'"],
	['a row torn', 'seeds/coding/events-coder-a.csv', 'Southland closes', 'Southland, closes', '3:1', '5 cells, not 4'],
	['a score torn', 'seeds/coding/cameo_goldstein.tsv', /^(050\t.*\t).*$/m, '$1x', '', 'write e.g. 050 and 3.5'],
	[
		'an unclosed link',
		copy,
		'[A bridge was opened](bridge-opened).',
		'[A bridge was opened](bridge-opened.',
		'52:1',
		'write )',
	],
	['a blank in a link', copy, '[A bridge was opened](', '[A bridge was opened] (', '52:1', 'a space stands between'],
	['another story', copy, '[+story]', '[story]', '34:1', 'write [+story]'],
	['no story', copy, '[+story]', '', '36:1', 'write [+story]'],
	['ids joined by and', copy, 'focus: bridge-opened', 'focus: bridge-opened;', '48:8', 'write a comma'],
	['a count of nothing', copy, 'title: {events} events', 'title: {events date=2041} events', '7:8', 'finds nothing'],
	[
		'a check on nothing',
		copy,
		'Up is cooperation. {own}',
		'Up it is. {own: events date=2041 < 2}',
		'8:22',
		'finds nothing',
	],
	[
		'a number unproved',
		copy,
		'The bridge comes and goes {own}',
		'Four come and go {own: not in the data}',
		'38:8',
		'Four',
	],
	['an address', copy, 'A bar lasts', 'On www.example.org a bar lasts', '15:9', 'www.example.org'],
	['a zero-width space', copy, 'A bar lasts', 'A b\u200bar lasts', '15:9', 'zero-width space (U+200B)'],
	['a year in the kicker', 'seeds/story.yaml', '{first-year}–', '2014–', '1:41', 'as in {first-year}'],
];

test.each(edits)('%s is told once, and nothing else', (_, file, from, to, place, message) => {
	const { diagnostics } = compile(edited(file, from, to));
	expect(diagnostics).toHaveLength(1);
	const [one] = diagnostics;
	expect(one).toMatchObject({ file });
	expect(`${String(one?.line)}:${String(one?.column)}`).toContain(place);
	expect(one?.message).toContain(message);
});

test('a record that stands twice is told at its second place, and nothing else of it', () => {
	const text = valid.find(({ file }) => file === 'seeds/events.yaml')?.text.split(/^(?=- id: bridge-closed)/m)[0] ?? '';
	const again = { file: 'seeds/events/later.yaml', text: text.replace("cameo: '050'", "cameo: '161'") };
	const { diagnostics } = compile([...valid, again]);
	expect(diagnostics).toMatchObject([{ file: again.file, line: 1, column: 7, code: 'duplicate-id' }]);
});

test('a source that cannot be read does not make its fingerprint a stranger', () => {
	const torn = edited('seeds/sources/birch-comment.yaml', /^id: /m, 'id: "');
	const { diagnostics } = compile(torn);
	expect(new Set(diagnostics.map(({ file }) => file))).toEqual(new Set(['seeds/sources/birch-comment.yaml']));
});

test('faults in five files are told at once', () => {
	const each = ['seeds/story.yaml', 'seeds/eras.yaml', 'seeds/newsroom.yaml', 'seeds/figures.yaml', 'seeds/ties.yaml'];
	const torn = valid.map(({ file, text }) => (each.includes(file) ? { file, text: `${text}\n- ]` } : { file, text }));
	const told = compile(torn).diagnostics.map(({ file }) => file);
	expect([...new Set(told)]).toEqual([...each].sort());
});
