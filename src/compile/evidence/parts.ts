/**
 * What counts as evidence: the body of an article; a caption for what it shows, labelled as a caption; headings, labels
 * and pull quotes prove nothing by themselves.
 */
import type { Annotation, Contact, Event, Part, Tie } from '#lib/model/records.ts';
import type { Position } from '#lib/model/questions.ts';
import { quoted, type Spot, type Reporter } from '#compile/diagnostic.ts';

type Proved = Event | Tie | Contact | Position;

/** Reported at the record. Missing support is reported only if all sources could be read. */
export function checkParts(
	records: readonly { readonly record: Proved; readonly spot: Spot }[],
	annotations: ReadonlyMap<string, Annotation>,
	isWhole: boolean,
	report: Reporter,
): void {
	for (const { record, spot } of records) {
		const parts = record.evidence.flatMap((id): Part[] => {
			const annotation = annotations.get(id);
			const isSupport = annotation?.about.some((about) => about.record === record.id && about.stance === 'supports');
			return annotation && isSupport ? [annotation.part] : [];
		});
		if (parts.includes('body')) continue;
		if (parts.includes('caption')) {
			if (!('position' in record) && !tellsCaption(record)) {
				const instead = 'the “basis” of its date must say so: write “basis: stated in a picture’s caption”';
				report(spot, 'caption-untold', `the only evidence for ${quoted(record.id)} is a caption; ${instead}`);
			}
		} else if (
			parts.length > 0 ||
			(isWhole && 'dyad' in record && record.status === 'asserted' && record.evidence.length > 0)
		) {
			if ('position' in record && record.position === 'qualifies') continue;
			const what = parts.length > 0 ? `only a ${[...new Set(parts)].join(' and a ')} supports` : 'no passage supports';
			const instead =
				'annotate a passage of the body that supports it, or say less in the record (a weaker status, another position), or remove it';
			report(spot, 'headline-proves-nothing', `${what} ${quoted(record.id)}; ${instead}`);
		}
	}
}

function tellsCaption(record: Exclude<Proved, Position>): boolean {
	const dates = 'date' in record ? [record.date] : [record.opened, record.cut, record.stood];
	return dates.some((date) => date?.basis.includes('caption') ?? false);
}
