/** The log of corrections as an Atom feed (RFC 4287). */
import type { Correction } from '#lib/model/method.ts';
import type { Story } from '#lib/model/story.ts';
import { namesIn } from './words.ts';
import { escapeMarkup } from '#lib/model/text.ts';

/** The id of the feed, the same for every host: a random UUID. */
const FEED = 'urn:uuid:53830b61-0567-4f66-8eaf-d06b28a57710';

/**
 * Valid without entries, too. Links are absolute if the URL of the site is known, else relative to the feed, at the root
 * of the site. Some feed readers resolve the link of an entry against the alternate page of the feed, which is therefore
 * the root. The feed is updated when its newest entry is, or else on the day of the release.
 * @param site the URL of the site with its slash; null if not known
 */
export function correctionsFeed(story: Story, site: string | null): string {
	const root = site ?? '';
	const { copy, corrections, newsroom } = story;
	const days = [newsroom.released, ...corrections.map(({ date }) => date)].sort();
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeMarkup(copy.language)}">`,
		`<id>${FEED}</id>`,
		`<title>Corrections: ${escapeMarkup(copy.title)}</title>`,
		`<updated>${instant(days.at(-1) ?? '')}</updated>`,
		`<author><name>${escapeMarkup(newsroom.publisher.name || copy.title)}</name></author>`,
		`<link rel="self" type="application/atom+xml" href="${escapeMarkup(root)}corrections.atom"/>`,
		`<link rel="alternate" type="text/html" href="${escapeMarkup(root) || './'}"/>`,
		...corrections.map((correction) => entry(correction, story, root)),
		'</feed>',
		'',
	].join('\n');
}

function entry({ id, urn, date, records, old, new: now, why }: Correction, story: Story, root: string): string {
	const of = records.map((record) => namesIn(story)(record).title).join('; ') || 'the words of the story';
	return [
		'<entry>',
		`<id>${urn}</id>`,
		`<title>Correction: ${escapeMarkup(of)}</title>`,
		`<updated>${instant(date)}</updated>`,
		`<link rel="alternate" type="text/html" href="${escapeMarkup(root)}method/#correction-${id}"/>`,
		`<content type="text">${escapeMarkup(`It said: ${old} It says: ${now} Why: ${why}`)}</content>`,
		'</entry>',
	].join('\n');
}

function instant(day: string): string {
	return `${day}T00:00:00Z`;
}
