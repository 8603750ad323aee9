/** Second phase: references, dates, scores, quotations and evidence. Continues after every fault that it reports. */
import { KINDS } from '#lib/model/record-lists.ts';
import type { Actor, Contact, Evidenced, Event, Figure, Quotation, Tie } from '#lib/model/records.ts';
import type { Question } from '#lib/model/questions.ts';
import { account } from './records/accounted.ts';
import { codesBy, requireSettlement, scoreOf } from './records/codes.ts';
import { checkKnown, checkPostings, checkRoles, checkSides, checkFigure } from './records/cross-checks.ts';
import { requireLead } from './evidence/clips.ts';
import { boundsInWords, readDate } from './dates.ts';
import { order, type Reporter } from './diagnostic.ts';
import { eraOf, orderEras } from './records/eras.ts';
import {
	requireEvidence,
	evidenceOf,
	evidenceOfQuestion,
	gatherAnnotations,
	rankIn,
	checkParts,
} from './evidence/stances.ts';
import { gatherIds, withoutDoubles } from './seeds/ids.ts';
import { correctionLog } from './method/corrections.ts';
import { codingFiles, isPartOf, scaleFile, type ListFile } from './seeds/files.ts';
import type { Seeds } from './seeds/parse.ts';
import type { Item } from './seeds/items.ts';
import { verifyPassages } from './evidence/passages.ts';
import { positionsOn, readFor } from './records/positions.ts';
import { sourceOf } from './records/source.ts';
import { checkCodes, checkSubject } from './records/subject.ts';
import { tieOf, type ReadSpan } from './records/tie.ts';

const seedsSpot = { file: 'seeds', line: 1, column: 1 };

export type Resolved = ReturnType<typeof resolve>;

/** Everything but the copy, with all values that follow from other records. */
export function resolve(all: Seeds, report: Reporter) {
	const ids = gatherIds(all, report);
	const seeds = { ...all, lists: withoutDoubles(all.lists) };
	const { lists } = seeds;
	const readings = new Map<string, ReturnType<typeof readDate>>();
	const date: ReadSpan = ({ edtf, basis, given = true }, spot) => {
		const reading = readings.get(edtf) ?? readDate(edtf);
		readings.set(edtf, reading);
		if (!('span' in reading)) {
			report(spot, reading.code, reading.message);
			return { edtf, min: '', max: '', words: '', basis, given };
		}
		const { words } = reading.span;
		return {
			edtf,
			...reading.span,
			words: given
				? `${words}${basis.startsWith('inferred') ? ', inferred' : ''}`
				: `no date given (${boundsInWords(reading.span)})`,
			basis,
			given,
		};
	};
	const hub = seeds.subject?.record.hub.actor;
	checkSubject(seeds, ids, report);
	const areCodesKnown = checkCodes(seeds, report);
	const passages = verifyPassages(seeds, ids, report);
	const sources = seeds.sources.map((item) =>
		sourceOf(item, date(item.record.published, item.at('published', 'edtf')), seeds, passages),
	);
	sources.sort((a, b) => order(a.published.min, b.published.min) || order(a.id, b.id));
	const sourceOrder = sources.map(({ id }) => id);
	const annotations = gatherAnnotations(seeds, ids, passages, sourceOrder, report);
	const accounted = account(seeds, ids, report);
	const codes = codesBy(accounted, seeds);
	const evidence = evidenceOf(annotations, sourceOrder);
	const rankOf = { annotation: rankIn(annotations.map(({ id }) => id)), source: rankIn(sourceOrder) };
	const isBroken = (name: string) => seeds.broken.some(({ file }) => file === name);
	const areCodingsComplete = ![...Object.values(codingFiles), 'seeds/coding/accounted.yaml'].some(isBroken);
	const isListComplete = (list: ListFile) => seeds.broken.every(({ file }) => !isPartOf(list, file));
	const areErasComplete = isListComplete('eras.yaml');
	const eras = orderEras(lists['eras.yaml'], areErasComplete, report);
	const isScaleComplete = !isBroken(scaleFile);
	const isComplete = seeds.broken.every(({ file }) => !file.startsWith('seeds/sources/')) && sources.length > 0;
	const requiredEvidence = ({ record, at }: Item<{ id: string }>): Evidenced => {
		const found = evidence(record.id);
		if (isComplete) requireEvidence(found, record.id, at('id'), report);
		return found;
	};

	const actors = lists['actors.yaml'].map((item): Actor => {
		const roles = item.record.roles.map(({ role, date: seed }, i) =>
			seed === undefined ? { role } : { role, date: date(seed, item.at('roles', i, 'date', 'edtf')) },
		);
		return { ...item.record, sideFrom: item.record.sideFrom ?? null, roles, ...requiredEvidence(item) };
	});
	const events = lists['events.yaml'].map((item): Event => {
		const { record, at } = item;
		for (const [i, id] of record.initiators.entries()) ids.refer(id, ['actor'], at('initiators', i));
		for (const [i, id] of record.targets.entries()) ids.refer(id, ['actor'], at('targets', i));
		const span = date(record.date, at('date', 'edtf'));
		const era = eraOf(span.min, eras);
		if (era === null && span.min !== '' && areErasComplete) {
			report(
				at('date', 'edtf'),
				'outside-eras',
				`no era covers ${span.min}; write an era that includes it in seeds/eras.yaml, or correct the date`,
			);
		}
		const assigned = codes(record.id);
		const cameo = scoreOf(item, seeds.scale, isScaleComplete ? report : () => undefined);
		const isScored = record.cameo === undefined || cameo !== null;
		if (areCodingsComplete && isScored) requireSettlement(item, assigned, report);
		return {
			...record,
			formerly: record.formerly ?? [],
			date: span,
			cameo,
			coders: { a: assigned.a ?? null, b: assigned.b ?? null },
			settled: record.settled ?? null,
			misleads: record.misleads ?? null,
			era: era ?? '',
			...requiredEvidence(item),
		};
	});
	const ties = lists['ties.yaml'].map((item): Tie => ({
		...tieOf(item, ids, date, report),
		...requiredEvidence(item),
	}));
	const contacts = lists['contacts.yaml'].map((item): Contact => {
		const { record, at } = item;
		for (const [i, id] of record.participants.entries()) ids.refer(id, ['actor'], at('participants', i));
		if (record.cost !== undefined) ids.refer(record.cost, ['event'], at('cost'));
		return {
			...record,
			formerly: record.formerly ?? [],
			date: date(record.date, at('date', 'edtf')),
			known: date(record.known, at('known', 'edtf')),
			degree: hub !== undefined && record.participants.includes(hub) ? 1 : 2,
			cost: record.cost ?? null,
			...requiredEvidence(item),
		};
	});
	const items = <T>(records: readonly T[], file: 'events.yaml' | 'contacts.yaml') =>
		records.map((record, i) => ({ record, at: lists[file][i]?.at ?? (() => seedsSpot) }));
	const [datedEvents, datedContacts] = [items(events, 'events.yaml'), items(contacts, 'contacts.yaml')];
	checkKnown(datedContacts, report);
	checkPostings(datedContacts, ties, report);
	checkRoles(datedEvents, actors, report);
	if (seeds.subject !== null && areCodesKnown && isListComplete('actors.yaml'))
		checkSides(datedEvents, actors, seeds.subject.record, report);
	const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
	const context = {
		ids,
		sources: sourceOrder,
		read: readFor(seeds, ids, report),
		annotations: byId,
		evidence,
		isComplete,
	};
	const byQuestion = lists['questions.yaml'].map((item) => ({ item, positions: positionsOn(item, context, report) }));
	const questions = byQuestion.map(({ item: { record, at }, positions }): Question => {
		const found = evidenceOfQuestion(positions, rankOf);
		if (positions.length > 0 && positions.every(({ position }) => position === 'silent')) {
			report(
				at('positions'),
				'without-evidence',
				'every source is silent; write the position of one of them, or remove the question',
			);
		}
		for (const [i, id] of record.about.entries()) ids.refer(id, ['event', 'tie', 'contact'], at('about', i));
		return { ...record, positions: positions.map(({ id }) => id), ...found };
	});
	checkParts(
		[
			...datedEvents.map(({ record, at }) => ({ record, spot: at('id') })),
			...datedContacts.map(({ record, at }) => ({ record, spot: at('id') })),
			...ties.map((record, i) => ({ record, spot: lists['ties.yaml'][i]?.at('id') ?? seedsSpot })),
			...byQuestion.flatMap(({ item, positions }) =>
				positions
					.filter(({ position }) => position !== 'silent')
					.map((record) => ({ record, spot: item.keyAt('positions', record.source) })),
			),
		],
		byId,
		isComplete,
		report,
	);
	const quotations = lists['quotations.yaml'].map((item): Quotation => {
		const { record, at } = item;
		ids.refer(record.speaker, ['actor'], at('speaker'));
		ids.refer(record.annotation, ['annotation'], at('annotation'));
		const { source = '', exact = '', clipped = [] } = byId.get(record.annotation) ?? {};
		const clip = passages.clips.get(record.annotation);
		if (clip !== undefined) requireLead(item, exact, clip, report);
		const { id, speaker, annotation, lead = '', to = '' } = record;
		return { id, speaker, annotation, source, exact, clipped, lead, to, ...evidence(id) };
	});
	const corrections = lists['corrections.yaml'].map(({ record, at }) => {
		for (const [i, id] of record.records.entries()) ids.refer(id, KINDS, at('records', i));
		return record;
	});
	const figures = lists['figures.yaml'].map((item): Figure => {
		const figure = { ...item.record, ...requiredEvidence(item) };
		if (isComplete) checkFigure(figure, item.at('value'), byId, report);
		return figure;
	});
	return {
		sources,
		actors,
		events,
		ties,
		contacts,
		questions,
		quotations,
		figures,
		annotations,
		eras,
		accounted,
		corrections: correctionLog(corrections),
		positions: byQuestion.flatMap(({ positions }) => positions),
		kinds: ids.kinds,
		verified: passages.verified,
	};
}
