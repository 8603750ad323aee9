/** What every chart says in words, against the compiled data. */
import { readFileSync } from 'node:fs';
import type { HTMLElement } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { support } from '#lib/charts/words.ts';
import { signed } from '#lib/model/numbers.ts';
import type { Step } from '#lib/model/copy.ts';
import { carriedInWords } from '#lib/model/words.ts';
import type { Contact, Event, Source, Tie } from '#lib/model/records.ts';
import type { Position } from '#lib/model/questions.ts';
import type { Story } from '#lib/model/story.ts';
import { holds } from '#tests/quality/holds.ts';
import { present } from '#tests/present.ts';
import { page } from '#tests/site/built-files.ts';

const story = JSON.parse(readFileSync('build/data/story.json', 'utf8')) as Pick<
	Story,
	'events' | 'ties' | 'contacts' | 'questions' | 'positions' | 'sources' | 'copy' | 'network' | 'actors'
>;

const index = page('index.html');
const figures = Object.fromEntries(
	index.querySelectorAll('figure[data-chart]').map((figure) => [figure.getAttribute('data-chart') ?? '', figure]),
);
const charts = Object.keys(figures);
const tables = page('data/tables/index.html');
const steps = story.copy.chapters.flatMap((chapter) => chapter.steps);

const words = (element: HTMLElement | null): string => (element?.text ?? '').replace(/\s+/g, ' ').trim();
const byId = <T extends { readonly id: string }>(records: readonly T[]) => new Map(records.map((one) => [one.id, one]));

/** What a mark is called, by the id of its record. */
const names = (figure: HTMLElement): Map<string, string> =>
	new Map(
		figure
			.querySelectorAll('.drawing a[data-id]')
			.map((mark) => [mark.getAttribute('data-id') ?? '', mark.getAttribute('aria-label') ?? '']),
	);
const rows = (within: HTMLElement): Map<string, string[]> =>
	new Map(
		within
			.querySelectorAll('tr[data-row]')
			.map((row) => [row.getAttribute('data-row') ?? '', row.querySelectorAll('th, td').map(words)]),
	);

const table = (chart: string) => rows(present(tables.querySelector(`[data-table="${chart}"]`) ?? undefined));

/** What a table leaves out of the records, or says otherwise; and what it says of no record. */
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
/** When a contact was, in words that keep whose word it is. */
const whenOf = ({ date, status }: Contact): string => {
	if (!date.given || status === 'confirmed') return date.words;
	return `${status === 'proposed' ? 'planned for' : 'said to be of'} ${date.words}`;
};
/** Since when it is known; by when, where that is the day of the article that tells it. */
const knownOf = ({ known }: Contact): string =>
	`known ${known.basis === 'inferred from the article’s own date' ? 'by' : 'since'} ${known.words}`;
const actorNames = new Map(story.actors.map(({ id, name }) => [id, name]));
const UNKNOWN = 'not in the articles';

const scored = story.events.filter(({ cameo, dyad }) => cameo?.goldstein !== undefined && dyad !== 'internal');
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
		return wrongRows(table, story.positions, (position: Position) => [
			present(questions.get(position.question)).question,
			label(position.source),
			position.position,
			...(position.says ? [[position.says, carriedInWords(position, actorNames)].filter(Boolean).join(' ')] : []),
		]);
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

	test('a table that lacks a row, or says something else, would be found', () => {
		const own = table(chart);
		const [[first] = [], [second, cells] = []] = [...own];
		own.delete(present(first));
		own.set(
			present(second),
			present(cells).map(() => 'something else'),
		);
		expect(wrongIn[chart]?.(own).join()).toMatch(new RegExp(`no row for ${first}.*${second} does not say`));
	});

	test('says in each step what it now shows, in a sentence that no other step has', ({ task }) => {
		const own = index
			.querySelectorAll(`.step[data-of="${chart}"] > .picture`)
			.map((picture) => picture.getAttribute('alt') ?? '');
		expect(own).toHaveLength(index.querySelectorAll(`.step[data-of="${chart}"]`).length);
		expect(own.filter((said) => said.split(' ').length < 6)).toEqual([]);
		expect(new Set(own).size).toBe(own.length);
		holds(task, 'chart/described', `${chart}: ${own.length} steps`);
	});

	test('is heard in words: no minus or arrow as a sign, and no range by a dash but where it is read from the mark', ({
		task,
	}) => {
		const signs = [...names(figure)].filter(([id, name]) => {
			const mark = figure.querySelector(`.drawing a[data-id="${id}"]`);
			// What a mark shows apart by a dot is read with a comma between.
			const shown = mark?.querySelectorAll('text').flatMap((text) => words(text).split(' · ')) ?? [];
			const said = shown.reduce((rest, text) => rest.replace(text, ''), name);
			return /[−→←]|\bn = |\d[–-]\d/.test(said);
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

describe('what is said of people keeps how sure it is', () => {
	const unsure = story.contacts.filter(({ status }) => status !== 'confirmed');
	const [marks, own] = [names(present(figures['contacts'])), table('contacts')];

	/** Contacts whose status is not in the name of the mark, or not in the row. */
	const unqualified = (marks: ReadonlyMap<string, string>, table: ReadonlyMap<string, string[]>): string[] =>
		unsure
			.filter(({ id, status }) => !marks.get(id)?.includes(`Status: ${status}`) || !table.get(id)?.includes(status))
			.map(({ id }) => id);

	const stems: Record<string, RegExp> = {
		reported: /report/,
		alleged: /alleg/,
		proposed: /propos|invit/,
		denied: /den(y|ied)/,
	};
	/** Steps that point at such a contact, and describe it as if it were settled. */
	const settled = (described: readonly Pick<Step, 'id' | 'focus' | 'description'>[]): string[] =>
		described.flatMap(({ id, focus, description }) =>
			unsure
				.filter((contact) => focus.includes(contact.id) && !stems[contact.status]?.test(description))
				.map((contact) => `${id} does not say that ${contact.id} is ${contact.status}`),
		);

	test('in the name of the mark and in the row of the table', ({ task }) => {
		expect(unsure.length).toBeGreaterThan(5);
		expect(unqualified(marks, own)).toEqual([]);
		for (const event of scored) expect(names(present(figures['relations'])).get(event.id)).toContain(event.status);
		holds(task, 'people/labels', `${unsure.length} contacts, ${scored.length} events`);
	});

	test('in the description of each step that points at it, and so in its alternative texts', ({ task }) => {
		expect(settled(steps)).toEqual([]);
		expect(steps.some(({ focus }) => unsure.some(({ id }) => focus.includes(id)))).toBe(true);
		holds(task, 'people/descriptions', `${steps.length} steps`);
	});

	test('a name, a row or a description that lost the word would be found', () => {
		const { id, status } = present(unsure[0]);
		const named = new Map([...marks, [id, 'They met.']]);
		const rowed = new Map([...own, [id, present(own.get(id)).filter((cell) => cell !== status)]]);
		expect(unqualified(named, own)).toEqual([id]);
		expect(unqualified(marks, rowed)).toEqual([id]);
		expect(settled([{ id: 'a-step', focus: [id], description: 'The two met.' }])).toHaveLength(1);
	});
});
