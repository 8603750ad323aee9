/** One fault, one message, where the fault is: nothing that follows from it is told as well. */
import { expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import type { File } from '#compile/seeds/items.ts';
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
	[
		'a passage cited',
		copy,
		'[A bridge was opened](bridge-opened)',
		'[It opened](alder-opened)',
		'52:13',
		'is a passage or a period',
	],
	['a quotation unclosed', copy, 'A bar lasts', 'A “bar lasts', '15:8', 'this “ is never closed'],
	['a quotation unopened', copy, 'A bar lasts', 'A bar” lasts', '15:11', 'this ” closes nothing'],
	['other quotation marks', copy, 'A bar lasts', 'A «bar lasts', '15:8', 'write “ before'],
	['a day of the week', copy, 'It closed](bridge-closed)', 'It closed](bridge-closed) on a Monday', '68:33', 'Monday'],
	[
		'a month at the start',
		copy,
		'[It closed](bridge-closed)',
		'In March [it closed](bridge-closed)',
		'68:4',
		'June 2015',
	],
	[
		'a paragraph twice',
		copy,
		'[The articles differ](fern-met-reed).',
		'[It closed](bridge-closed), and [{guards} guards](guards) went home.',
		'100:1',
		'stands in line 68 already',
	],
	[
		'a number by its size',
		copy,
		'It closed](bridge-closed)',
		'It closed](bridge-closed) to thousands',
		'68:31',
		'thousands',
	],
	['a mean in words', copy, '{eras} years', '{mean-2014 as words} years', '10:33', 'take out “as words”'],
	['two spaces', copy, 'A bar lasts', 'A  bar lasts', '15:7', 'write one space'],
	['a backslash', copy, 'A bar lasts', 'A bar\\ lasts', '15:11', 'backslash'],
	['a focus twice', copy, 'focus: bridge-opened', 'focus: bridge-opened, bridge-opened', '48:23', 'stands twice'],
	[
		'a focus on nothing',
		copy,
		'focus: bridge-opened\ndescription: One mark points up. {own}',
		'focus: bridg\ndescription: One mark points up. {focus}',
		'48:8',
		'did you mean “bridge”',
	],
	[
		'a frame of nothing',
		copy,
		'focus: bridge\ndescription: The bar ends. {own}',
		'frame: 2015\ndescription: The bar ends in 2015. {own}',
		'64:8',
		'write all',
	],
	[
		'a value over two lines',
		copy,
		'description: The bar ends. {own}',
		'description: The bar ends\nin the end. {own}',
		'66:1',
		'join it to the line above',
	],
	[
		'a block left open',
		copy,
		'description: The bar ends. {own}\n{}',
		'description: The bar ends. {own}',
		'67:1',
		'close the block with {}',
	],
	[
		'a block closed twice',
		copy,
		'description: The bar ends. {own}\n{}',
		'description: The bar ends. {own}\n{}\n{}',
		'67:1',
		'closes nothing',
	],
	[
		'words of a chart twice',
		copy,
		'[+story]',
		'{charts.ties}\ntitle: A tie {own}\nhow: A. {own}\ncredit: A. {own}\ndescription: A. {own}\n{}\n\n[+story]',
		'34:1',
		'stands in line 13 already',
	],
	['HTML in a title', 'seeds/events.yaml', 'Northland opens', '<i>Northland</i> opens', '2:10', 'plain words'],
	['a person met alone', 'seeds/contacts.yaml', '[fern, reed]', '[fern, fern]', '4:17', 'write each id once'],
	['a figure of nobody', 'seeds/figures.yaml', 'value: 12', 'value: 13', '1:24', 'there is 12'],
	['a dash lost', 'seeds/events.yaml', '- id: bridge-closed', '  id: bridge-closed', '10:3', 'begin another record'],
	['a quotation mark left open', 'seeds/events.yaml', 'title: Southland', 'title: "Southland', '11:10', 'never closed'],
	[
		'an id of no shape',
		'seeds/events.yaml',
		'- id: bridge-closed',
		'- id: Bridge_Closed',
		'10:7',
		'write bridge-closed',
	],
	['an actor unread', 'seeds/actors.yaml', 'name: Northland,', 'name: "",', '1:26', 'write some text'],
	['an era unread', 'seeds/eras.yaml', "from: '2014", "from: '2O14", '1:38', 'YYYY-MM-DD'],
	['a source unread', 'seeds/sources/birch-comment.yaml', 'genre: opinion', 'genre: rumour', '8:8', 'write one of'],
	[
		'an interval turned round',
		'seeds/contacts.yaml',
		"'[2015-03..2015-05]'",
		"'2015-05/2015-03'",
		'6:17',
		'write "2015-03/2015-05"',
	],
	['a row twice', 'seeds/coding/events-coder-a.csv', /^(E01.*\n)/m, '$1$1', '3:1', 'stands in line 2 already'],
	['one code for both', 'seeds/story.yaml', 'code: south', 'code: north', '6:3', 'two codes'],
	['a merge unfinished', copy, 'A bar lasts', '\n<<<<<<< HEAD\nA bar lasts', '16:1', 'keep one of the two'],
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

test('an id that a record had before is told with the one that it has now', () => {
	const renamed = edited('seeds/ties.yaml', '- id: bridge', '- id: bridge\n  formerly: [old-bridge]').map((one) =>
		one.file === copy ? { ...one, text: one.text.replace('(bridge-opened).', '(old-bridge).') } : one,
	);
	expect(compile(renamed).diagnostics).toMatchObject([{ file: copy, code: 'copy-dangling-record' }]);
	expect(compile(renamed).diagnostics[0]?.message).toContain('is now called bridge; write that');
});

test('what is missing is told once, with every place that names it', () => {
	const { diagnostics } = compile(edited('seeds/sources/alder-report.yaml', 'bridge, northland', 'ferry, northland'));
	const twice = edited('seeds/events.yaml', /southland/g, 'seaside');
	expect(diagnostics).toHaveLength(1);
	const [first, ...others] = compile(twice).diagnostics.filter(({ code }) => code === 'dangling-reference');
	expect(first).toMatchObject({ file: 'seeds/events.yaml', line: 6 });
	expect(first?.message).toMatch(/there is no “seaside”; .*; so in seeds\/events\.yaml:\d+$/);
	expect(others).toEqual([]);
});

test.each([
	[
		'a source of another name',
		'seeds/sources/birch-comment.yaml',
		'seeds/sources/birch.yaml',
		'name the file birch-comment.yaml',
	],
	['a source that is gone', 'seeds/sources/birch-comment.yaml', null, 'take its fingerprint out as well'],
	['a list of another ending', 'seeds/actors.yaml', 'seeds/actors.yml', 'this file is missing'],
	[
		'a table in another folder',
		'seeds/coding/accounted.yaml',
		'seeds/accounted.yaml',
		'name it seeds/coding/accounted.yaml',
	],
])('%s is told, and nothing that follows from it', (_, from, to, message) => {
	const moved = valid.flatMap(({ file, text }) =>
		file !== from ? { file, text } : to === null ? [] : { file: to, text },
	);
	const { diagnostics } = compile(moved);
	expect(diagnostics.map((one) => one.message).join()).toContain(message);
	expect(diagnostics.length).toBeLessThanOrEqual(2);
});

test('an article of no source, and two versions of one list, are told', () => {
	const stray = { file: 'seeds/originals/cedar.txt', text: 'An article.' };
	expect(compile([...valid, stray]).diagnostics).toMatchObject([{ file: stray.file, code: 'file-unknown' }]);
	const text = valid.find(({ file }) => file === 'seeds/actors.yaml')?.text ?? '';
	const doubles = compile([...valid, { file: 'seeds/actors/all.yaml', text }]).diagnostics;
	expect(doubles).toHaveLength(3);
	expect(doubles[2]?.message).toContain('this and other records stand in seeds/actors.yaml as well');
});

test('a fingerprint of another article is told, and not each quotation', () => {
	const other = valid.find(({ file }) => file === 'seeds/fingerprints/birch-comment.json')?.text ?? '';
	const input = valid.map((one) =>
		one.file === 'seeds/fingerprints/alder-report.json' ? { ...one, text: other } : one,
	);
	for (const files of [input, input.filter(({ file }) => !file.startsWith('seeds/originals/'))]) {
		const { diagnostics } = compile(files);
		expect(diagnostics.filter(({ code }) => code === 'fingerprint-differs')).toHaveLength(1);
		expect(diagnostics.filter(({ code }) => code === 'quotation-not-found')).toEqual([]);
	}
});

test('faults of the copy are told beside a record that cannot be read', () => {
	const both = edited('seeds/events.yaml', 'status: asserted', 'status: sure').map((one) =>
		one.file === copy ? { ...one, text: one.text.replace('title: A tie', 'title: A *tie') } : one,
	);
	expect(compile(both).diagnostics.map(({ code }) => code)).toEqual(['schema-shape', 'copy-markup']);
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
