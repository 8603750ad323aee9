/** A source for the story, with what was verified of it. */
import type { DateSpan, Source } from '#lib/model/records.ts';
import type { Seeds } from '#compile/seeds/parse.ts';
import type { Passages } from '#compile/evidence/passages.ts';

export function sourceOf(
	{ record }: Seeds['sources'][number],
	published: DateSpan,
	seeds: Seeds,
	{ quotedShare }: Passages,
): Source {
	const { id, label, short, publisher, headline, byline = null, genre, defects } = record;
	const print = seeds.fingerprints.get(id)?.print;
	const verification = {
		sha256: print?.sha256 ?? '',
		length: print?.length ?? 0,
		quotedShare: quotedShare.get(id) ?? 0,
	};
	return { id, label, short, publisher, headline, byline, published, genre, defects, ...verification };
}
