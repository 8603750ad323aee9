/** What each source says on each question: one position a source, silent or with evidence from that source itself. */
import type { Annotation, Evidenced, Position } from '#lib/model/records.ts';
import { quoted, type Tell } from './diagnostic.ts';
import { positionId, type Ids } from './ids.ts';
import type { Item, ListItem } from './parse.ts';

type QuestionItem = Item<ListItem<'questions.yaml'>>;

interface Context {
	readonly ids: Ids;
	readonly sources: readonly string[];
	readonly annotations: readonly Annotation[];
	readonly evidence: (id: string) => Evidenced;
	/** Whether all annotations could be read, so that missing evidence is really missing. */
	readonly isWhole: boolean;
}

/** The positions on one question in the order of sources. */
export function positionsOn({ record, at, keyAt }: QuestionItem, context: Context, tell: Tell): Position[] {
	const { ids, sources, annotations, evidence, isWhole } = context;
	for (const source of Object.keys(record.positions)) ids.refer(source, ['source'], keyAt('positions', source));
	return sources.flatMap((source) => {
		const seed = record.positions[source];
		if (seed === undefined) {
			const instead = `write ${source}: { position: silent } if it says nothing`;
			tell(at('positions'), 'position-missing', `${quoted(source)} has no position here; ${instead}`);
			return [];
		}
		const id = positionId(record.id, source);
		const position: Position = {
			id,
			question: record.id,
			source,
			position: seed.position,
			says: seed.says?.trim() ?? '',
			...evidence(id),
		};
		tellFaults(position, keyAt('positions', source), isWhole, tell);
		for (const passage of position.evidence) {
			const from = annotations.find((annotation) => annotation.id === passage)?.source;
			if (from === undefined || from === source) continue;
			const message = `${quoted(passage)} is a passage of ${from}; let it support ${positionId(record.id, from)} instead`;
			tell(keyAt('positions', source), 'position-of-another-source', message);
		}
		return [position];
	});
}

function tellFaults(
	{ id, position, says, evidence }: Position,
	spot: Parameters<Tell>[0],
	isWhole: boolean,
	tell: Tell,
): void {
	if (position === 'silent') {
		if (evidence.length === 0 && says === '') return;
		const what = says === '' ? `has evidence: ${evidence.join(', ')}` : 'is said to say something';
		tell(
			spot,
			'position-silent',
			`${quoted(id)} is silent but ${what}; write affirms, denies or qualifies, or take it out`,
		);
		return;
	}
	if (evidence.length === 0 && isWhole) {
		const instead = `write supports: [${id}] at a passage of that source, or position: silent`;
		tell(spot, 'position-without-evidence', `no passage bears on ${quoted(id)}; ${instead}`);
	}
	if (says === '') {
		tell(
			spot,
			'position-without-says',
			`${quoted(id)} does not say what the source says; write one sentence as says: <text>`,
		);
	}
}
