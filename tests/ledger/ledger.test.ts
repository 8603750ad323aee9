import { expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { compile } from '#compile/compile.ts';
import { evidenceEntries } from '#lib/ledger/entries.ts';
import { ledger } from '#lib/ledger/ledger.ts';
import { sourcePage } from '#lib/ledger/source-page.ts';
import { present } from '#tests/present.ts';
import type { Evidenced } from '#lib/model/records.ts';
import { project } from '#tests/compile/project.ts';

const { story } = compile(project());
if (!story) throw new Error('the seeds do not compile; npm run seeds says why');
const whole = ledger(story);
const records = whole.groups.flatMap((group) => group.records);
const entries = new Map(evidenceEntries(story).map((entry) => [entry.id, entry]));
const exact = new Map(story.annotations.map((annotation) => [annotation.id, annotation]));
const find = (id: string) => records.find((record) => record.id === id);
const factText = (id: string, term: string) => {
	const record = find(id);
	const fact = [...(record?.lead ?? []), ...(record?.facts ?? [])].find((each) => each.term === term);
	return fact && [fact.pieces.map(({ text }) => text).join(''), fact.note].filter(Boolean).join(' — ');
};

test('every record of the story has an entry in the ledger, positions in that of their question', () => {
	const ids = [...records.map(({ id }) => id), ...records.flatMap(({ positions }) => positions.map(({ id }) => id))];
	expect(ids.sort()).toEqual(Object.keys(story.kinds).sort());
});

test('every record has an entry for the panel', () => {
	expect([...entries.keys()].sort()).toEqual(Object.keys(story.kinds).sort());
});

test('every passage is shown in the exact words of its annotation, with an ellipsis where it is cut inside a sentence', ({
	task,
}) => {
	const passages = records.flatMap((record) => [
		...record.passages,
		...record.positions.flatMap((position) => position.passages),
	]);
	for (const passage of passages) {
		const annotation = present(exact.get(passage.annotation));
		const [start, end] = (['start', 'end'] as const).map((at) => (annotation.clipped.includes(at) ? '…' : ''));
		expect(passage.shown).toBe(`${start}${annotation.exact}${end}`);
	}
	expect(new Set(passages.map(({ annotation }) => annotation)).size).toBe(story.annotations.length);
	holds(task, 'provenance/evidence', `${exact.size} passages shown as they are quoted`);
});

test('every link inside the ledger ends at one of its entries, at a step, at a chapter or at a source', () => {
	const anchors = new Set([
		...Object.keys(story.kinds).map((id) => `#${id}`),
		...story.copy.chapters.flatMap((chapter) => [chapter, ...chapter.steps]).map(({ id }) => `../#${id}`),
		...story.sources.map(({ id }) => `./${id}/`),
		'../',
	]);
	const links = records.flatMap(({ lead, facts }) =>
		[...lead, ...facts].flatMap(({ pieces }) => pieces.flatMap(({ href }) => href ?? [])),
	);
	expect(links.length).toBeGreaterThan(500);
	expect(links.filter((link) => !anchors.has(link))).toEqual([]);
});

test('an event has its date, certainty, code with name and score, and the coders’ codes', () => {
	for (const event of story.events) {
		expect(factText(event.id, 'When')).toBe(`${event.date.words} — ${event.date.basis}`);
		expect(factText(event.id, 'Status')).toMatch(new RegExp(`^${event.status} — `));
		if (event.cameo) expect(factText(event.id, 'CAMEO code')).toBe(`${event.cameo.code} ${event.cameo.name}`);
		if (event.settled) expect(factText(event.id, 'Settled')).toBe(event.settled);
		for (const code of [event.coders.a, event.coders.b]) if (code) expect(factText(event.id, 'Coders')).toContain(code);
	}
});

test('where the coders differ, both codes are named', () => {
	const apart = story.events.filter(({ coders: { a, b } }) => a && b && a !== b);
	expect(apart.length).toBeGreaterThan(0);
	for (const { id } of apart) {
		expect(factText(id, 'Coders')).toMatch(
			/^coder A gave \d+ \p{L}.* \(row .+\); coder B gave \d+ \p{L}.* \(row .+\)$/u,
		);
	}
});

test('a doubted topic keeps its status, in the ledger and in the panel', () => {
	const topics = story.contacts.find(({ id }) => id === 'flynn-kislyak-talks')?.topics ?? [];
	const alleged = topics.filter(({ status }) => status === 'alleged');
	expect(alleged.length).toBeGreaterThan(0);
	for (const { topic } of alleged) {
		expect(factText('flynn-kislyak-talks', 'About')).toContain(`${topic}: alleged`);
		expect(entries.get('flynn-kislyak-talks')?.dispute).toContain(`Alleged: ${topic}.`);
	}
	expect(find('flynn-kislyak-talks')?.traits.disputed).toBe(true);
});

test('what a passage disputes is called disputed, and by whom', () => {
	const disputed = [...story.events, ...story.contacts].filter(({ disputedBy }) => disputedBy.length > 0);
	expect(disputed.length).toBeGreaterThan(0);
	for (const { id, disputedBy } of disputed) {
		expect(find(id)?.traits.disputed).toBe(true);
		for (const source of disputedBy) {
			const label = story.sources.find((each) => each.id === source)?.label ?? '';
			expect(entries.get(id)?.dispute).toMatch(new RegExp(`Disputed in .*${label.replace('.', '\\.')}`));
		}
	}
});

test('a question says how the articles differ, with a row for every article', () => {
	for (const { id, dispute } of story.questions) {
		expect(factText(id, 'Difference')).toBe(dispute);
		expect(entries.get(id)?.dispute).toBe(dispute);
		expect(find(id)?.positions.map(({ source }) => source)).toEqual(story.sources.map((source) => source.id));
	}
});

test('every choice of a filter leaves some records, and every status, year, actor and source can be chosen', () => {
	for (const filter of ['source', 'actor', 'year', 'status'] as const) {
		const traits = records.flatMap((record) => {
			const { sources, actors, years, statuses } = record.traits;
			return { source: sources, actor: actors, year: years.map(String), status: statuses }[filter];
		});
		expect(whole.choices[filter].map(({ value }) => value).sort()).toEqual([...new Set(traits)].sort());
	}
});

test.each(story.sources.map(({ id }) => id))(
	'the page of %s has every passage taken from it, in reading order',
	(id) => {
		const page = sourcePage(story, id);
		const starts = page?.passages.map(({ annotation }) => annotation.start) ?? [];
		expect(starts).toEqual([...starts].sort((a, b) => a - b));
		const own = story.annotations.filter(({ source }) => source === id);
		expect(page?.passages.map(({ annotation }) => annotation.id).sort()).toEqual(own.map((each) => each.id).sort());
		for (const { annotation, about } of page?.passages ?? []) {
			const links = about.flatMap(({ records }) => records.flatMap(({ href }) => href ?? []));
			expect(links.sort()).toEqual(annotation.about.map(({ record }) => `../#${record}`).sort());
		}
	},
);

test('what only one article says is on its page, and on no other', () => {
	const lists = story.sources.map(({ id }) =>
		sourcePage(story, id)?.only.flatMap(({ records }) => records.map(({ href }) => href?.slice(4))),
	);
	const bearing = ({ sources, qualifiedBy, disputedBy }: Evidenced) => [
		...new Set([...sources, ...qualifiedBy, ...disputedBy]),
	];
	const single = story.events.filter((event) => bearing(event).length === 1);
	expect(single.length).toBeGreaterThan(10);
	for (const event of single) {
		const at = lists.flatMap((list, index) => (list?.includes(event.id) ? story.sources[index]?.id : []));
		expect(at).toEqual(bearing(event));
	}
});

test('a source that does not exist has no page', () => {
	expect(sourcePage(story, 'constructor')).toBeNull();
});
