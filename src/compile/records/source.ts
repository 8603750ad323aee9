/** A source for the story, with what was proved about it. */
import type { DateSpan, Source, Stated } from '#lib/model/records.ts';
import type { Seeds } from '#compile/seeds/parse.ts';
import type { Passages } from '#compile/evidence/passages.ts';

export function sourceOf(
	{ record }: Seeds['sources'][number],
	published: DateSpan,
	seeds: Seeds,
	{ quotedShare }: Passages,
): Source {
	const print = seeds.fingerprints.get(record.id)?.print;
	const byline = record.byline === undefined ? null : stated(record.byline);
	return {
		id: record.id,
		label: record.label,
		short: record.short,
		publisher: stated(record.publisher),
		headline: stated(record.headline),
		byline,
		published,
		genre: record.genre,
		defects: record.defects,
		sha256: print?.sha256 ?? '',
		length: print?.length ?? 0,
		quotedShare: quotedShare.get(record.id) ?? 0,
	};
}

function stated({
	value,
	basis,
	note,
}: Pick<Stated, 'value' | 'basis'> & { readonly note?: string | undefined }): Stated {
	return note === undefined ? { value, basis } : { value, basis, note };
}
