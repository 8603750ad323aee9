/** Compares the text of every chart with the compiled data. */
import { describe, expect, test } from 'vitest';
import { inWords, support } from '#lib/charts/words.ts';
import { signed } from '#lib/model/numbers.ts';
import { carriedInWords, stanceInWords } from '#lib/model/position-words.ts';
import type { Contact, Event, Source, Tie } from '#lib/model/records.ts';
import type { Position, Question } from '#lib/model/questions.ts';
import { holds } from '#tests/quality/holds.ts';
import { present } from '#tests/present.ts';
import { page } from '#tests/site/built-files.ts';
import { charts, figures, index, names, rows, scored, story, table, words } from './chart-pages.ts';

const byId = <T extends { readonly id: string }>(records: readonly T[]) => new Map(records.map((one) => [one.id, one]));

/** The rows of a table that are missing, differ from the records, or belong to none. */
function wrongRows<T extends { readonly id: string }>(
	table: ReadonlyMap<string, string[]>,
	records: readonly T[],
	due: (record: T) => readonly string[],
): string[] {
	const own = byId(records);
	const missing = records.filter(({ id }) => !table.has(id)).map(({ id }) => `no row for ${id}`);
	const strange = [...table.keys()].filter((id) => !own.has(id)).map((id) => `a row for ${id}, which is no record`);
	const wrong = records.flatMap((record) =>
		due(record)
			.filter((cell) => table.has(record.id) && !table.get(record.id)?.includes(cell))
			.map((cell) => `${record.id} does not say “${cell}”`),
	);
	return [...missing, ...strange, ...wrong];
}

const label = (id: string): string => present(story.sources.find((source: Source) => source.id === id)).label;
const sourcesOf = ({
	sources,
	qualifiedBy,
	disputedBy,
}: Pick<Event, 'sources' | 'qualifiedBy' | 'disputedBy'>): string =>
	[
		...sources.map(label),
		...qualifiedBy.map((id) => `${label(id)} (only qualifies it)`),
		...disputedBy.map((id) => `${label(id)} (disputed there)`),
	].join(', ');
/** The date of a contact, in words that keep its attribution. */
const whenOf = ({ date, status }: Contact): string => {
	if (!date.given || status === 'confirmed') return date.words;
	return `${status === 'proposed' ? 'planned for' : 'said to be of'} ${date.words}`;
};
/** Since when it is known, or by when if that is the date of the article. */
const knownOf = ({ known }: Contact): string =>
	known.words.startsWith('between')
		? `became known ${known.words}`
		: `known ${known.basis === 'inferred from the article’s own date' ? 'by' : 'since'} ${known.words}`;
const actorNames = new Map(story.actors.map(({ id, name }) => [id, name]));
const UNKNOWN = 'not in the articles';

const wrongIn: Record<string, (table: Map<string, string[]>) => string[]> = {
	relations: (table) =>
		wrongRows(table, scored, (event: Event) => [
			event.title,
			event.date.words,
			signed(present(event.cameo?.goldstein)),
			event.status,
			sourcesOf(event),
		]),
	ties: (table) =>
		wrongRows(table, story.ties, (tie: Tie) => [
			tie.title,
			tie.opened?.words ?? UNKNOWN,
			tie.cut?.words ?? UNKNOWN,
			sourcesOf(tie),
		]),
	contacts: (table) => {
		const people = story.actors.filter(({ id }) => id in story.network);
		const isContact = new Set(story.contacts.map(({ id }: Contact) => id));
		const contacts = [...table].filter(([id]) => isContact.has(id));
		const persons = [...table].filter(([id]) => !isContact.has(id));
		return [
			...wrongRows(new Map(contacts), story.contacts, (contact: Contact) => [
				`${whenOf(contact)}; ${knownOf(contact)}`,
				contact.status,
				[contact.title, ...contact.topics.map(({ topic, status }) => `${topic} (${status})`)].join('; '),
				sourcesOf(contact),
			]),
			...wrongRows(new Map(persons), people, ({ name }) => [name]),
		];
	},
	accounts: (table) => {
		const questions = byId(story.questions);
		const isOf = (id: string): boolean => questions.has(id);
		const silent = story.positions.filter(({ position }) => position === 'silent');
		return [
			...wrongRows(new Map([...table].filter(([id]) => isOf(id))), story.questions, ({ question }: Question) => [
				question,
			]),
			...story.questions.flatMap(({ id, positions }: Question) => {
				const spoken = positions.length - silent.filter(({ question }) => question === id).length;
				const all = inWords(positions.length);
				const many = spoken === positions.length ? `all ${all}` : `${inWords(spoken)} of ${all}`;
				const says = table.get(id)?.at(-1)?.startsWith(`Answered by ${many} articles.`) ?? true;
				return says ? [] : [`${id} does not say how many answer it`];
			}),
			...silent
				.filter(({ question, source }) => table.has(question) && !table.get(question)?.at(-1)?.includes(label(source)))
				.map(({ id }) => `nothing says that ${id} is silent`),
			...wrongRows(
				new Map([...table].filter(([id]) => !isOf(id))),
				story.positions.filter(({ position }) => position !== 'silent'),
				(position: Position) => [
					`${stanceInWords(position, label(position.source), actorNames)}:`,
					[position.says, carriedInWords(position, actorNames)].filter(Boolean).join(' '),
				],
			),
		];
	},
};

test('there are four charts, and each is judged', () => {
	expect(charts).toEqual(Object.keys(wrongIn));
});

describe.each(charts)('%s', (chart) => {
	const figure = present(figures[chart]);

	test('has a title that is a sentence, how to read it, what it shows, and its source', ({ task }) => {
		for (const part of ['figcaption .title', '.how', '[data-description]', '.credit']) {
			const element = present(figure.querySelector(part) ?? undefined);
			expect(words(element).split(' ').length, part).toBeGreaterThanOrEqual(4);
			expect(element.closest('[hidden], .sr-only'), part).toBeNull();
		}
		expect(figure.getAttribute('aria-labelledby')).toBe(figure.querySelector('.title')?.id);
		expect(figure.getAttribute('aria-describedby')).toBe(figure.querySelector('[data-description]')?.id);
		holds(task, 'chart/words', chart);
	});

	test('leads to a table whose cells are the compiled data, and whose rows are its marks; the embed holds it', ({
		task,
	}) => {
		const own = table(chart);
		expect(figure.querySelector('.as-table a')?.getAttribute('href')).toBe(`./data/tables/#${chart}`);
		expect(wrongIn[chart]?.(own)).toEqual([]);
		expect([...own.keys()].sort()).toEqual([...names(figure).keys()].sort());
		expect(rows(page(`embed/${chart}/index.html`))).toEqual(own);
		holds(task, 'chart/table', `${chart}: ${own.size} rows`);
	});

	test('a missing or changed row of a table is reported', () => {
		const own = table(chart);
		const [[first] = [], [second, cells] = []] = [...own];
		own.delete(present(first));
		own.set(
			present(second),
			present(cells).map(() => 'something else'),
		);
		expect(wrongIn[chart]?.(own).join()).toMatch(new RegExp(`no row for ${first}.*${second} does not say`));
	});

	test('describes in each step what it shows, in a sentence that no other step has', ({ task }) => {
		const own = index
			.querySelectorAll(`.step[data-of="${chart}"] > .picture`)
			.map((picture) => picture.getAttribute('alt') ?? '');
		expect(own).toHaveLength(index.querySelectorAll(`.step[data-of="${chart}"]`).length);
		expect(own.filter((complaint) => complaint.split(' ').length < 6)).toEqual([]);
		expect(new Set(own).size).toBe(own.length);
		holds(task, 'chart/described', `${chart}: ${own.length} steps`);
	});

	test('is described in words: no minus or arrow as a sign, and no range with a dash unless the mark shows it', ({
		task,
	}) => {
		const signs = [...names(figure)].filter(([id, name]) => {
			const mark = figure.querySelector(`.drawing a[data-id="${id}"]`);
			// Parts that a mark separates by a dot are separated by a comma for screen readers.
			const drawn = mark?.querySelectorAll('text').flatMap((text) => words(text).split(' · ')) ?? [];
			const spoken = drawn.reduce((rest, text) => rest.replace(text, ''), name);
			return /[−→←]|\bn = |\d[–-]\d/.test(spoken);
		});
		expect(signs).toEqual([]);
		holds(task, 'chart/heard-in-words', chart);
	});
});

test('the name of every mark keeps the precision of its dates, its status and the number of its sources', ({
	task,
}) => {
	const named = (chart: string) => names(present(figures[chart]));
	const records = [
		...scored.map((event) => ({ chart: 'relations', id: event.id, due: [event.date.words, event.status], of: event })),
		...story.ties.map((tie) => ({
			...{ chart: 'ties', id: tie.id, of: tie },
			due: [tie.opened?.words ?? UNKNOWN, tie.cut?.words ?? UNKNOWN],
		})),
		...story.contacts.map((contact) => ({
			...{ chart: 'contacts', id: contact.id, of: contact },
			due: [contact.date.words, contact.status],
		})),
	];
	const lost = records.flatMap(({ chart, id, due, of }) => {
		const name = named(chart).get(id)?.toLowerCase() ?? '';
		return [...due, support(of, story.sources)]
			.filter((words) => !name.includes(words.toLowerCase()))
			.map((words) => `${chart}: ${id} does not say “${words}”`);
	});
	expect(lost).toEqual([]);
	holds(task, 'provenance/survival', `names of ${records.length} marks`);
});
