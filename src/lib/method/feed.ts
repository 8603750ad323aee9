/** The log of corrections as an Atom feed (RFC 4287). */
import type { Correction } from '#lib/model/method.ts';
import type { Story } from '#lib/model/story.ts';
import { namesIn } from './records.ts';

/** The feed's name, wherever the site is. Made once, at random. */
const FEED = 'urn:uuid:53830b61-0567-4f66-8eaf-d06b28a57710';

/**
 * Valid without entries, too. Links are relative to the feed, at the root of the site, because nobody knows its host; the
 * feed was last updated with its newest entry, or else on the day of the release.
 */
export function correctionsFeed(story: Story): string {
	const { copy, corrections, newsroom } = story;
	const days = [newsroom.released, ...corrections.map(({ date }) => date)].sort();
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(copy.language)}">`,
		`<id>${FEED}</id>`,
		`<title>Corrections: ${escaped(copy.title)}</title>`,
		`<updated>${instant(days.at(-1) ?? '')}</updated>`,
		`<author><name>${escaped(newsroom.publisher.name || copy.title)}</name></author>`,
		'<link rel="alternate" type="text/html" href="method/#corrections"/>',
		...corrections.map((correction) => entry(correction, story)),
		'</feed>',
		'',
	].join('\n');
}

function entry({ id, urn, date, records, old, new: now, why }: Correction, story: Story): string {
	const of = records.map((record) => namesIn(story)(record).title).join('; ') || 'the words of the story';
	return [
		'<entry>',
		`<id>${urn}</id>`,
		`<title>Correction: ${escaped(of)}</title>`,
		`<updated>${instant(date)}</updated>`,
		`<link rel="alternate" type="text/html" href="method/#correction-${id}"/>`,
		`<content type="text">${escaped(`It said: ${old} It says: ${now} Why: ${why}`)}</content>`,
		'</entry>',
	].join('\n');
}

function instant(day: string): string {
	return `${day}T00:00:00Z`;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
