/** Which passages support, qualify or dispute which record, and so how many sources it has. */
import { KINDS } from '#lib/model/record-lists.ts';
import type { Annotation, Evidenced, Stance, Contact, Event, Part, Tie } from '#lib/model/records.ts';
import type { Position } from '#lib/model/questions.ts';
import { order, quoted, type Spot, type Reporter } from '#compile/diagnostic.ts';
import type { Ids } from '#compile/seeds/ids.ts';
import type { Passages } from './passages.ts';
import type { Seeds } from '#compile/seeds/parse.ts';

/** Kinds that a passage can refer to directly; a question takes its evidence from its positions. */
const evidencedKinds = KINDS.filter((kind) => kind !== 'source' && kind !== 'question');
const stances = ['supports', 'disputes', 'qualifies'] as const satisfies readonly Stance[];

/** The ids of the sources, sorted by publication, then id. */
type SourceOrder = readonly string[];

/**
 * All annotations, sorted by source, then place. The annotation of a quotation supports it implicitly. Reports
 * annotations that refer to nothing, and references to anything but a record with evidence.
 */
export function gatherAnnotations(
	seeds: Seeds,
	ids: Ids,
	{ places, clips }: Pick<Passages, 'places' | 'clips'>,
	sources: SourceOrder,
	report: Reporter,
): Annotation[] {
	const quotations = new Map<string, string[]>();
	for (const { record } of seeds.lists['quotations.yaml']) {
		quotations.set(record.annotation, [...(quotations.get(record.annotation) ?? []), record.id]);
	}
	const annotations = seeds.sources.flatMap((source) =>
		source.annotations.map(({ record, at }) => {
			const about = new Map<string, Annotation['about'][number]>();
			const add = (id: string, stance: Stance) => about.set(`${id} ${stance}`, { record: id, stance });
			for (const stance of stances) {
				for (const [i, id] of (record[stance] ?? []).entries()) {
					if (ids.refer(id, evidencedKinds, at(stance, i))) add(id, stance);
				}
			}
			for (const id of quotations.get(record.id) ?? []) add(id, 'supports');
			const hasNone = stances.every((stance) => (record[stance] ?? []).length === 0);
			if (hasNone && about.size === 0) {
				report(
					at('id'),
					'annotation-unused',
					'this annotation is linked to no record; write “supports”, “disputes” or “qualifies” with record ids, or remove it',
				);
			}
			const { id } = record;
			const { exact, prefix, suffix, start, end, printed, breaks } = places.get(id) ?? nowhere;
			const words = { exact, prefix, suffix, start, end, printed, breaks };
			const how = { part: record.part ?? ('body' as const), clipped: clips.get(id)?.clipped ?? [] };
			return { id, source: source.record.id, ...words, ...how, about: [...about.values()] };
		}),
	);
	const rank = rankIn(sources);
	return annotations.sort(
		(a, b) => rank(a.source) - rank(b.source) || a.start - b.start || a.end - b.end || order(a.id, b.id),
	);
}

type Rank = (id: string) => number;

/** The index in a list; its length for what is not in it. */
export function rankIn(list: readonly string[]): Rank {
	const ranks = new Map(list.map((id, index) => [id, index]));
	return (id) => ranks.get(id) ?? list.length;
}

/** The members of a set in the order of their ranks. */
const ranked = (ids: ReadonlySet<string>, rank: Rank): string[] => [...ids].sort((a, b) => rank(a) - rank(b));

const nowhere = { start: 0, end: 0, exact: '', prefix: '', suffix: '', printed: '', breaks: [] };

const WITHOUT: Evidenced = { evidence: [], sources: [], qualifiedBy: [], disputedBy: [] };

/** The evidence of each record by its id, with annotations in their order. */
export function evidenceOf(annotations: readonly Annotation[], sources: SourceOrder): (id: string) => Evidenced {
	const byRecord = new Map<string, { annotation: Annotation; stance: Stance }[]>();
	for (const annotation of annotations) {
		for (const { record, stance } of annotation.about) {
			const passages = byRecord.get(record) ?? [];
			byRecord.set(record, passages);
			passages.push({ annotation, stance });
		}
	}
	const rank = rankIn(sources);
	return (id) => {
		const passages = byRecord.get(id);
		if (!passages) return WITHOUT;
		const saying = (isIn: (stance: Stance) => boolean) =>
			ranked(new Set(passages.filter(({ stance }) => isIn(stance)).map(({ annotation }) => annotation.source)), rank);
		return {
			evidence: [...new Set(passages.map(({ annotation }) => annotation.id))],
			sources: saying((stance) => stance === 'supports'),
			qualifiedBy: saying((stance) => stance === 'qualifies').filter(
				(source) => !saying((stance) => stance !== 'qualifies').includes(source),
			),
			disputedBy: saying((stance) => stance === 'disputes'),
		};
	};
}

/** The evidence of a question: that of its positions. A source that denies it disputes it; a silent one does neither. */
export function evidenceOfQuestion(
	positions: readonly Position[],
	rankOf: { readonly annotation: Rank; readonly source: Rank },
): Evidenced {
	const passages = new Set(positions.flatMap(({ evidence }) => evidence));
	const taking = (isIn: (position: Position) => boolean) =>
		ranked(new Set(positions.filter(isIn).map(({ source }) => source)), rankOf.source);
	return {
		evidence: ranked(passages, rankOf.annotation),
		sources: taking(({ position }) => position === 'affirms' || position === 'differs'),
		qualifiedBy: taking(({ position }) => position === 'qualifies'),
		disputedBy: taking(({ position }) => position === 'denies'),
	};
}

/** Reports each record without any passage. */
export function requireEvidence({ evidence }: Evidenced, id: string, spot: Spot, report: Reporter): void {
	if (evidence.length > 0) return;
	const instead = `write “supports: [${id}]” at one in seeds/sources, and check the ids that are reported there`;
	report(spot, 'without-evidence', `no annotation names the record ${quoted(id)}; ${instead}`);
}

type EvidencedRecord = Event | Tie | Contact | Position;

/**
 * What counts as evidence: the body of an article; a caption for what it shows, labelled as a caption; headings, labels
 * and pull quotes prove nothing by themselves. Reported at the record; missing support only if all sources could be read.
 */
export function checkParts(
	records: readonly { readonly record: EvidencedRecord; readonly spot: Spot }[],
	annotations: ReadonlyMap<string, Annotation>,
	isComplete: boolean,
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
			(isComplete && 'dyad' in record && record.status === 'asserted' && record.evidence.length > 0)
		) {
			if ('position' in record && record.position === 'qualifies') continue;
			const what = parts.length > 0 ? `only a ${[...new Set(parts)].join(' and a ')} supports` : 'no passage supports';
			const instead =
				'annotate a passage of the body that supports it, or say less in the record (a weaker status, another position), or remove it';
			report(spot, 'headline-proves-nothing', `${what} ${quoted(record.id)}; ${instead}`);
		}
	}
}

function tellsCaption(record: Exclude<EvidencedRecord, Position>): boolean {
	const dates = 'date' in record ? [record.date] : [record.opened, record.cut, record.stood];
	return dates.some((date) => date?.basis.includes('caption') ?? false);
}
