import { parse, type HTMLElement } from 'node-html-parser';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Passages from '#lib/embed/Passages.svelte';
import { factsOf } from '#lib/embed/row-facts.ts';
import { evidenceEntries } from '#lib/ledger/entries.ts';
import { ledger } from '#lib/ledger/ledger.ts';
import LedgerEntry from '#lib/ledger/LedgerEntry.svelte';
import LedgerFilters from '#lib/ledger/LedgerFilters.svelte';
import CodingSections from '#lib/method/CodingSections.svelte';
import DeskSections from '#lib/method/DeskSections.svelte';
import IndexSections from '#lib/method/IndexSections.svelte';
import LimitSections from '#lib/method/LimitSections.svelte';
import { methodPage } from '#lib/method/page.ts';
import type { Story } from '#lib/model/story.ts';
import ChapterSection from '#lib/story/ChapterSection.svelte';
import { geometries, tables } from '#lib/story/charts.ts';
import Prose from '#lib/story/Prose.svelte';
import StoryControls from '#lib/story/StoryControls.svelte';
import DataTable from '#lib/ui/DataTable.svelte';
import { story } from '#tests/export/compiled.ts';
import { present } from '#tests/present.ts';
import { holds } from '#tests/quality/holds.ts';

/** Texts that could be taken for markup, a script URL or right-to-left text. */
const polyglots = [
	`"><img src=x onerror=alert(1)>`,
	`'><svg/onload=alert(1)>//`,
	`</title></style></textarea></script><script>alert(1)</script>`,
	`" onfocus="alert(1)" autofocus="`,
	`vbscript:alert(1)//<!--`,
	`{@html bad} {{7*7}} \${7*7}`,
	`\u202e\u2066<b>\u2069 &lt;i&gt; &#60;u&#62;`,
	`=cmd|'/c x'!A1 <a href=//x>`,
];

/** Keys that never hold free text, although their values may have a space or a capital. */
const CLOSED = new Set(['mode', 'genre', 'edtf', 'row', 'language', 'cameo', 'code', 'id', 'record', 'urn', 'sign']);

/**
 * A value with each free text in it made hostile: the beginning of a polyglot in place of its own, and as long as it was,
 * so that it wraps where it wrapped. A free text has a space or a capital.
 */
function spoilt<T>(value: T, count = { texts: 0 }, key = ''): T {
	if (typeof value === 'string') {
		if (CLOSED.has(key) || !/[ A-Z]/.test(value)) return value;
		count.texts += 1;
		const polyglot = polyglots[count.texts % polyglots.length] ?? '';
		return (polyglot + value.slice(polyglot.length)).slice(0, Math.max(value.length, 12)) as T;
	}
	if (Array.isArray(value)) return value.map((item: unknown) => spoilt(item, count, key)) as T;
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, item]) => [name, spoilt(item as unknown, count, name)]),
	) as T;
}

/** The markup of the story, the ledger, the method page and what embeds carry. */
function markup(from: Story): string {
	const at = { evidence: './evidence/', root: './' };
	const drawn = { geometries: geometries(from), tables: tables(from) };
	const page = methodPage(from);
	const { groups, choices, records } = ledger(from);
	return [
		render(StoryControls, { props: { chapters: from.copy.chapters } }),
		render(Prose, { props: { paragraph: from.copy.standfirst, ...at } }),
		...from.copy.chapters.map((chapter) =>
			render(ChapterSection, { props: { chapter, story: from, pictures: {}, ...drawn, ...at } }),
		),
		render(LedgerFilters, { props: { choices, records } }),
		...groups.flatMap((group) => group.records.map((record) => render(LedgerEntry, { props: { record } }))),
		...Object.values(tables(from)).flatMap((table) => {
			const entries = new Map(evidenceEntries(from).map((entry) => [entry.id, entry]));
			const { below } = factsOf(table, entries);
			// Names that are spoilt may be the same: each passage has a number, and so an article of its own.
			return [
				render(DataTable, { props: { table, evidence: at.evidence } }),
				...table.rows.map(({ id }) =>
					render(Passages, {
						props: {
							...{ entry: present(entries.get(id)), labels: [] },
							...{
								facts: below.get(id) ?? [],
								passages: entries.get(id)?.passages.map((one, at) => ({ ...one, source: `${one.source} ${at}` })) ?? [],
							},
						},
					}),
				),
			];
		}),
		render(CodingSections, { props: { page, evidence: at.evidence } }),
		render(IndexSections, { props: { page, evidence: at.evidence } }),
		render(LimitSections, { props: { page, evidence: at.evidence } }),
		render(DeskSections, { props: { page, ...at } }),
	]
		.map(({ body }) => body)
		.join('\n');
}

const elements = (html: string): HTMLElement[] => parse(html).querySelectorAll('*');
/** The name of an element, and of its attributes. */
const kind = (element: HTMLElement): string =>
	`${element.rawTagName} ${Object.keys(element.attributes).sort().join(' ')}`.trim();
/** Labels in a drawing break by the widths of their letters: there the kinds of elements are compared, not their number. */
const isLabel = (element: HTMLElement): boolean => element.closest('svg') !== null;

const count = { texts: 0 };
const hostile = spoilt({ ...story, report: null, method: null }, count);
const harmless = markup(story);
const spoiltMarkup = markup({ ...hostile, report: story.report, method: story.method });

test('pages of hostile seeds and copy have the same elements as those of harmless ones', ({ task }) => {
	expect(count.texts).toBeGreaterThan(1000);
	const tags = (html: string) =>
		elements(html)
			.filter((element) => !isLabel(element))
			.map((one) => one.rawTagName);
	expect(tags(harmless).length).toBeGreaterThan(3000);
	expect(tags(spoiltMarkup)).toEqual(tags(harmless));
	const known = new Set(elements(harmless).map(kind));
	expect([...new Set(elements(spoiltMarkup).map(kind))].filter((one) => !known.has(one))).toEqual([]);
	holds(task, 'security/hostile-texts', `${count.texts} texts`);
});

test('hostile texts stand in the pages as texts, and lead nowhere', () => {
	expect(spoiltMarkup).toContain('&lt;img src=x onerror=alert(1)');
	expect(spoiltMarkup).not.toMatch(/<(?:img|script)\b|<svg\//);
	const addresses = elements(spoiltMarkup).flatMap(
		(element) => element.getAttribute('href') ?? element.getAttribute('src') ?? [],
	);
	expect(addresses.length).toBeGreaterThan(1000);
	expect(addresses.filter((address) => !/^(?:\.{1,2}\/|#|https:\/\/)/.test(address))).toEqual([]);
});

test('an unescaped text is reported, so the comparison can fail', () => {
	const raw = harmless.replace('</h2>', `${polyglots[0] ?? ''}</h2>`);
	const known = new Set(elements(harmless).map(kind));
	expect(
		elements(raw)
			.map(kind)
			.filter((one) => !known.has(one)),
	).toEqual(['img onerror src']);
});
