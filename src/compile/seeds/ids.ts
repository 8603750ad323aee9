/** All ids with their kinds; references are checked here. */
import type { Kind } from '#lib/model/records.ts';
import { quoted, type Spot, type Reporter } from '#compile/diagnostic.ts';
import { nearest } from '#compile/nearest.ts';
import { isPartOf } from './files.ts';
import type { Seeds } from './parse.ts';
import type { Item } from './items.ts';

export type IdKind = Kind | 'annotation' | 'era' | 'correction' | 'former id';

export interface Ids {
	readonly kindOf: (id: string) => IdKind | undefined;
	/** Reports a reference to nothing, or to a record of another kind; returns whether it is valid. */
	readonly refer: (id: string, allowed: readonly IdKind[], spot: Spot) => boolean;
	/** By id, the kinds that have an entry on the evidence page; without a prototype, so that `constructor` is not an id. */
	readonly kinds: Readonly<Record<string, Kind>>;
}

const listKinds = {
	'actors.yaml': 'actor',
	'events.yaml': 'event',
	'ties.yaml': 'tie',
	'contacts.yaml': 'contact',
	'questions.yaml': 'question',
	'quotations.yaml': 'quotation',
	'figures.yaml': 'figure',
	'eras.yaml': 'era',
	'corrections.yaml': 'correction',
} as const satisfies Partial<Record<keyof Seeds['lists'], IdKind>>;

/** If two files share this many ids, they are taken for two versions of one file. */
const MANY = 3;

export function positionId(question: string, source: string): string {
	return `${question}--${source}`;
}

/** Collects the ids of all records; a duplicate is reported at its second place. */
export function gatherIds(seeds: Seeds, report: Reporter): Ids {
	const known = new Map<string, { kind: IdKind; spot: Spot }>();
	/** The number of ids that each two files share. */
	const doubles = new Map<string, number>();
	const add = (kind: IdKind, id: string, spot: Spot) => {
		const first = known.get(id);
		if (first === undefined) {
			known.set(id, { kind, spot });
			return;
		}
		const pair = `${spot.file} ${first.spot.file}`;
		doubles.set(pair, (doubles.get(pair) ?? 0) + 1);
		if (spot.file !== first.spot.file && doubles.get(pair) === MANY) {
			const message = `this and other records are in ${first.spot.file} as well; remove them from one of the two files`;
			report(spot, 'duplicate-id', message);
		} else if (spot.file === first.spot.file || (doubles.get(pair) ?? 0) < MANY) {
			const where = `${article(first.kind)} in ${first.spot.file}:${String(first.spot.line)}`;
			report(spot, 'duplicate-id', `${quoted(id)} is already the id of ${where}; write another, unique over all kinds`);
		}
	};
	const addItem = (kind: IdKind, { record, at }: Item<{ id: string }>) => {
		add(kind, record.id, at('id'));
	};
	for (const source of seeds.sources) {
		addItem('source', source);
		for (const annotation of source.annotations) addItem('annotation', annotation);
	}
	for (const [file, kind] of Object.entries(listKinds)) {
		for (const item of seeds.lists[file as keyof typeof listKinds]) addItem(kind, item);
	}
	const renamed = new Map<string, string>();
	for (const file of ['events.yaml', 'ties.yaml', 'contacts.yaml'] as const) {
		for (const { record, at } of seeds.lists[file]) {
			for (const [i, old] of (record.formerly ?? []).entries()) {
				add('former id', old, at('formerly', i));
				renamed.set(old, record.id);
			}
		}
	}
	const sources = new Set(seeds.sources.map((source) => source.record.id));
	for (const { record, at, keyAt } of seeds.lists['questions.yaml']) {
		const said = Object.keys(record.positions);
		for (const source of said) add('position', positionId(record.id, source), keyAt('positions', source));
		const silent = at('positions');
		for (const source of sources)
			if (!Object.hasOwn(record.positions, source)) add('position', positionId(record.id, source), silent);
	}
	const { ids: broken, kinds: lost } = unreadable(seeds);
	const refer: Ids['refer'] = (id, allowed, spot) => {
		const kind = known.get(id)?.kind;
		if (kind !== undefined && allowed.includes(kind)) return true;
		const now = renamed.get(id);
		if (now !== undefined) {
			report(spot, 'dangling-reference', `${quoted(id)} is now called ${now}; write that`);
			return false;
		}
		const isUnreadable = id.split('--').some((part) => broken.has(part)) || allowed.some((one) => lost.has(one));
		if (kind === undefined && isUnreadable) return false;
		const wanted = allowed.length > 2 ? 'a record with evidence' : allowed.map((one) => article(one)).join(' or ');
		if (kind === undefined) {
			const meant = nearest(
				id,
				[...known].filter(([, entry]) => allowed.includes(entry.kind)).map(([one]) => one),
			);
			const instead = meant === null ? `write the id of ${wanted} that exists` : `write ${meant}`;
			report(spot, 'dangling-reference', `there is no record ${quoted(id)}; ${instead}`);
		} else {
			const isPosition = kind === 'question' && allowed.includes('position');
			const instead = isPosition ? `link its position: ${id}--<source>` : `write the id of ${wanted}`;
			report(spot, 'wrong-kind', `${quoted(id)} is ${article(kind)}; ${instead}`);
		}
		return false;
	};
	const kinds = Object.create(null) as Record<string, Kind>;
	for (const id of [...known.keys()].sort()) {
		const kind = known.get(id)?.kind;
		if (kind && kind !== 'annotation' && kind !== 'era' && kind !== 'correction' && kind !== 'former id')
			kinds[id] = kind;
	}
	return { kindOf: (id) => known.get(id)?.kind, refer, kinds };
}

/** Drops records with a duplicate id, which are already reported. */
export function withoutDoubles(lists: Seeds['lists']): Seeds['lists'] {
	const once = Object.entries(lists).map(([file, items]) => {
		const seen = new Set<string>();
		const kept = (items as readonly Item<object>[]).filter(({ record }) => {
			if (!('id' in record) || typeof record.id !== 'string') return true;
			const isFirst = !seen.has(record.id);
			seen.add(record.id);
			return isFirst;
		});
		return [file, kept];
	});
	return Object.fromEntries(once) as Seeds['lists'];
}

/** Ids, and kinds of record, in unreadable parts: references to them are not reported as dangling. */
function unreadable({ broken }: Seeds): { ids: ReadonlySet<string>; kinds: ReadonlySet<IdKind> } {
	const kinds = broken.flatMap(({ id, file }): readonly IdKind[] => {
		if (id !== null) return [];
		if (file.startsWith('seeds/sources/')) return ['source', 'annotation'];
		const kind = Object.entries(listKinds).find(([name]) => isPartOf(name as keyof typeof listKinds, file))?.[1];
		return kind === undefined ? [] : kind === 'question' ? [kind, 'position'] : [kind];
	});
	return { ids: new Set(broken.flatMap(({ id }) => id ?? [])), kinds: new Set(kinds) };
}

function article(kind: IdKind): string {
	return /^[aeio]/.test(kind) ? `an ${kind}` : `a ${kind}`;
}
