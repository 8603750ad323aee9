/** Verifies each quotation against the fingerprint of its source, and against the original where that is present. */
import { clipsOf, requireSense, type Clip } from './clips.ts';
import { quoted, type Spot, type Reporter } from '#compile/diagnostic.ts';
import {
	asPrinted,
	fingerprint,
	locate,
	normalise,
	tokenCount,
	type Fingerprint,
	type Located,
	type Printed,
} from './fingerprint.ts';
import type { Ids } from '#compile/seeds/ids.ts';
import type { Seeds } from '#compile/seeds/parse.ts';
import type { AnnotationSeed, Item } from '#compile/seeds/items.ts';

/** The largest share of an article that may be quoted. */
export const MOST_QUOTED = 0.35;
const FEWEST_TOKENS = 4;
/** If at least this many quotations of a source are all not found, the fingerprint is probably that of another text. */
const FEW = 3;

export interface Passages {
	/** The place of each annotation, by its id. */
	readonly places: ReadonlyMap<string, Located & Printed & { readonly exact: string }>;
	readonly clips: ReadonlyMap<string, Clip>;
	/** The share (0–1) of each source that is quoted; overlaps count once. */
	readonly quotedShare: ReadonlyMap<string, number>;
	readonly verified: { readonly fingerprint: number; readonly original: number };
}

/** Locates every annotation. Reports those that do not stand in their source exactly once. */
export function verifyPassages(seeds: Seeds, ids: Ids, report: Reporter): Passages {
	const places = new Map<string, Located & Printed & { exact: string }>();
	const clips = new Map<string, Clip>();
	const quotedShare = new Map<string, number>();
	const verified = { fingerprint: 0, original: 0 };
	for (const { record, at, keyAt, annotations } of seeds.sources) {
		const known = seeds.fingerprints.get(record.id);
		if (known === undefined) {
			if (seeds.broken.some(({ file }) => file === `seeds/fingerprints/${record.id}.json`)) continue;
			const command = `npm run seeds:fingerprint -- <original.txt> ${record.id}`;
			report(at('id'), 'fingerprint-missing', `this source has no fingerprint; generate one: ${command}`);
			continue;
		}
		const original = checkedOriginal(record.id, seeds.originals, known, report);
		const clipOf = clipsOf(known.print);
		const faults: Parameters<Reporter>[] = [];
		const found = annotations.flatMap((annotation) => {
			const place = locateOne(annotation, known.print, (...fault) => faults.push(fault));
			if (place === null) return [];
			verified.fingerprint += 1;
			if (original !== null && original.slice(place.start, place.end).join('') === place.exact) verified.original += 1;
			places.set(annotation.record.id, place);
			const clip = clipOf(place);
			clips.set(annotation.record.id, clip);
			requireSense(annotation, clip, ids, report);
			return [place];
		});
		const notFound = faults.filter(([, code]) => code === 'quotation-not-found');
		const isStrange = notFound.length >= FEW && notFound.length === annotations.length;
		if (isStrange && !seeds.originals.has(record.id))
			report(
				known.spot,
				'fingerprint-differs',
				`no quotation of ${quoted(record.id)} is in its article; ${again(record.id)}`,
			);
		else if (!isStrange || original !== null) for (const fault of faults) report(...fault);
		const share = quotedLength(found) / Math.max(known.print.length, 1);
		quotedShare.set(record.id, share);
		if (share > MOST_QUOTED) {
			const percent = `${(share * 100).toFixed(1)} % of this source is quoted`;
			report(keyAt('annotations'), 'quoted-too-much', `${percent}; shorten quotations to at most 35 %`);
		}
	}
	return { places, clips, quotedShare, verified };
}

/** The normalised original in code points; null if there is none, or if it is not the text that was fingerprinted. */
function checkedOriginal(
	source: string,
	originals: ReadonlyMap<string, string>,
	known: { readonly print: Fingerprint; readonly spot: Spot },
	report: Reporter,
): string[] | null {
	const text = originals.get(source);
	if (text === undefined) return null;
	const print = fingerprint(text);
	if (
		print.sha256 === known.print.sha256 &&
		print.hashes === known.print.hashes &&
		print.starts === known.print.starts &&
		['', print.marks].includes(known.print.marks) &&
		['', print.breaks].includes(known.print.breaks)
	) {
		return [...normalise(text)];
	}
	report(
		known.spot,
		'fingerprint-differs',
		`the fingerprint does not match seeds/originals/${source}.txt; ${again(source)}`,
	);
	return null;
}

const again = (source: string): string => `generate it again: npm run seeds:fingerprint -- <original.txt> ${source}`;

function locateOne({ record, at }: Item<AnnotationSeed>, print: Fingerprint, report: Reporter) {
	const { exact, prefix = '', suffix = '' } = record;
	const spot = at('exact');
	if (tokenCount(`${prefix} ${exact} ${suffix}`) < FEWEST_TOKENS) {
		report(
			spot,
			'quotation-too-short',
			'the quotation has fewer than four tokens (words and punctuation marks); write the words before it as “prefix”, or after it as “suffix”',
		);
		return null;
	}
	const [place, ...others] = locate(print, { exact, prefix, suffix });
	if (place === undefined) {
		report(spot, 'quotation-not-found', `${quoted(exact)} is not in the article; ${whatStands(exact, print)}`);
		return null;
	}
	if (others.length > 0) {
		const times = String(others.length + 1);
		report(
			spot,
			'quotation-repeated',
			`the quotation is in the article ${times} times; write the words before it as “prefix”, or after it as “suffix”`,
		);
		return null;
	}
	return { ...place, exact: normalise(exact), ...asPrinted(print, normalise(exact), place) };
}

/** How far a quotation that was not found agrees with the article. */
function whatStands(exact: string, print: Fingerprint): string {
	const words = normalise(exact).split(' ');
	for (let n = words.length - 1; n > 0; n -= 1) {
		const start = words.slice(0, n).join(' ');
		if (locate(print, { exact: start, prefix: '', suffix: '' }).length > 0) {
			return `the article differs after ${quoted(words.slice(Math.max(0, n - 5), n).join(' '))}: copy what follows to the character`;
		}
	}
	return 'copy it to the character, and “prefix” and “suffix” too';
}

/** The number of code points that at least one passage covers. */
function quotedLength(found: readonly Located[]): number {
	let [length, reached] = [0, 0];
	for (const { start, end } of [...found].sort((a, b) => a.start - b.start)) {
		length += Math.max(0, end - Math.max(start, reached));
		reached = Math.max(reached, end);
	}
	return length;
}
