/** The position of each source on each question: as listed, or silent if the source was read for it and says nothing. */
import type { Annotation, Evidenced } from '#lib/model/records.ts';
import type { Position, Voice } from '#lib/model/questions.ts';
import { quoted, type Spot, type Reporter } from '#compile/diagnostic.ts';
import { positionId, type Ids } from '#compile/seeds/ids.ts';
import type { Seeds } from '#compile/seeds/parse.ts';
import type { Item, ListItem } from '#compile/seeds/items.ts';

type QuestionItem = Item<ListItem<'questions.yaml'>>;

/** Voices that are not actors: the article itself, and somebody whom it does not name. */
export const ARTICLE = 'article';
export const UNNAMED = 'unnamed';

interface Context {
	readonly ids: Ids;
	readonly sources: readonly string[];
	/** By source, the questions that it was read for. */
	readonly read: ReadonlyMap<string, ReadonlySet<string>>;
	/** By id. */
	readonly annotations: ReadonlyMap<string, Annotation>;
	readonly evidence: (id: string) => Evidenced;
	/** Whether all annotations could be read, so that missing evidence is really missing. */
	readonly isComplete: boolean;
}

/** By source, the questions that it was read for; reports ids that are not questions, or stand twice. */
export function readFor({ sources }: Pick<Seeds, 'sources'>, ids: Ids, report: Reporter): Context['read'] {
	return new Map(
		sources.map(({ record, at }) => {
			const read = new Set<string>();
			for (const [i, id] of record.read.entries()) {
				ids.refer(id, ['question'], at('read', i));
				if (read.has(id))
					report(at('read', i), 'question-read-twice', `${quoted(id)} is listed twice under “read”; remove one`);
				read.add(id);
			}
			return [record.id, read];
		}),
	);
}

type Answer = Pick<Position, 'position' | 'voice' | 'carries' | 'says'>;

const SILENT: Answer = { position: 'silent', voice: [], carries: [], says: '' };

/** The positions on one question in the order of sources. */
export function positionsOn(item: QuestionItem, context: Context, report: Reporter): Position[] {
	const { record, at, keyAt } = item;
	const { ids, sources, read, annotations, evidence, isComplete } = context;
	for (const source of Object.keys(record.positions)) ids.refer(source, ['source'], keyAt('positions', source));
	return sources.map((source): Position => {
		const seed = record.positions[source];
		const id = positionId(record.id, source);
		const answered = (answer: Answer): Position => positionOf(id, record.id, source, evidence(id), answer);
		if (seed === undefined) {
			if (read.get(source)?.has(record.id) !== true) {
				const instead = `read the article for it, then add ${record.id} under “read” in seeds/sources/${source}.yaml, and its position here if it has one`;
				report(
					at('positions'),
					'position-missing',
					`the source ${quoted(source)} was not read for this question; ${instead}`,
				);
			}
			return answered(SILENT);
		}
		const spot = keyAt('positions', source);
		const speakers = (voiceSeed: string | readonly string[], ...path: (string | number)[]): Voice => {
			const voice = typeof voiceSeed === 'string' ? [voiceSeed] : voiceSeed;
			for (const one of voice) {
				if (one !== ARTICLE && one !== UNNAMED) ids.refer(one, ['actor'], at('positions', source, ...path));
			}
			if (voice.includes(ARTICLE) && voice.length > 1) {
				const instead = 'write “article”, or those it quotes, and the other answer under “carries”';
				report(
					at('positions', source, ...path),
					'voice-mixed',
					`this voice mixes “article” with somebody else; ${instead}`,
				);
			}
			return voice;
		};
		const position = answered({
			position: seed.position,
			voice: speakers(seed.voice, 'voice'),
			carries: seed.carries.map((carried, i) => ({
				position: carried.position,
				voice: speakers(carried.voice, 'carries', i, 'voice'),
			})),
			says: seed.says?.trim() ?? '',
		});
		reportFaults(position, spot, isComplete, report);
		for (const passage of position.evidence) {
			const from = annotations.get(passage)?.source;
			if (from === undefined || from === source) continue;
			const message = `${quoted(passage)} is a passage of ${from}; there, write “supports: [${positionId(record.id, from)}]” instead`;
			report(spot, 'position-of-another-source', message);
		}
		return position;
	});
}

/** One literal: with spreads, the many silent positions of a large dossier take several times as long. */
function positionOf(
	id: string,
	question: string,
	source: string,
	{ evidence, sources, qualifiedBy, disputedBy }: Evidenced,
	{ position, voice, carries, says }: Answer,
): Position {
	return { id, question, source, evidence, sources, qualifiedBy, disputedBy, position, voice, carries, says };
}

function reportFaults({ id, evidence, says }: Position, spot: Spot, isComplete: boolean, report: Reporter): void {
	if (evidence.length === 0 && isComplete) {
		const instead = `write “supports: [${id}]” at an annotation of that source, or remove the position`;
		report(spot, 'position-without-evidence', `no annotation names the position ${quoted(id)}; ${instead}`);
	}
	if (says === '') {
		report(
			spot,
			'position-without-says',
			`the position ${quoted(id)} has no “says”; write “says: <one sentence on what the source says>”`,
		);
	}
}
