import { parseAtomFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { holds } from '#tests/quality/holds.ts';
import { compile } from '#compile/compile.ts';
import { correctionLog } from '#compile/method/corrections.ts';
import { correctionsFeed } from '#lib/method/feed.ts';
import { sample } from '#tests/compile/project.ts';

const { story } = compile(sample('_valid'));
if (story === null) throw new Error('The sample does not compile');
const log = correctionLog([
	{ id: 'late', date: '2021-05-03', records: ['bridge-opened'], old: 'A < B & "C"', new: ']]> <b>', why: 'It’s “so”.' },
	{ id: 'early', date: '2020-03-01', records: [], old: 'spring', new: 'June', why: 'The report gives the month.' },
]);

test('a third-party reader finds every correction in the feed, newest first, with its full text', ({ task }) => {
	const feed = parseAtomFeed(correctionsFeed({ ...story, corrections: log }, null));
	expect(feed.entries?.map(({ id, updated }) => [id, updated])).toEqual(
		log.map(({ urn, date }) => [urn, `${date}T00:00:00Z`]),
	);
	expect(feed.entries?.map(({ title }) => title?.value)).toEqual([
		'Correction: Northland opens a bridge',
		'Correction: the words of the story',
	]);
	expect(feed.entries?.[0]?.content?.value).toBe('It said: A < B & "C" It says: ]]> <b> Why: It’s “so”.');
	expect(feed.entries?.[0]?.links?.[0]?.href).toBe('method/#correction-late');
	expect(feed.authors?.[0]?.name).toBe('The Sample');
	holds(task, 'provenance/corrections', 'in the feed');
});

test('the feed was updated with its newest entry, or on the day of the release', () => {
	const updated = (corrections: typeof log) => parseAtomFeed(correctionsFeed({ ...story, corrections }, null)).updated;
	expect(updated(log)).toBe('2021-05-03T00:00:00Z');
	expect(updated([])).toBe('2020-01-01T00:00:00Z');
});

test('a feed without entries is valid', () => {
	const feed = parseAtomFeed(correctionsFeed({ ...story, corrections: [] }, null));
	expect(feed.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
	expect(feed.title?.value).toBe(`Corrections: ${story.copy.title}`);
	expect(feed.entries ?? []).toEqual([]);
});

test('links are absolute where the site’s address is known, and the feed names its own', () => {
	const feed = parseAtomFeed(correctionsFeed({ ...story, corrections: log }, 'https://example.org/a/'));
	expect(feed.links?.map(({ rel, href }) => [rel, href])).toEqual([
		['self', 'https://example.org/a/corrections.atom'],
		['alternate', 'https://example.org/a/'],
	]);
	expect(feed.entries?.[0]?.links?.[0]?.href).toBe('https://example.org/a/method/#correction-late');
});
