/** Fingerprints of articles: enough to verify and locate a verbatim quotation without storing the text. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { markersOf } from './markers.ts';
import { codePoints, tokens, type Token } from './tokens.ts';

const N = 4;
const HASH_BYTES = 4;
const NORMALISATION = 'NFC; runs of white space to one space; trimmed; curly quotation marks to straight ones';

/** The file `seeds/fingerprints/<source>.json`. */
export const fingerprintShape = z.strictObject({
	normalisation: z.literal(NORMALISATION),
	sha256: z.string().regex(/^[0-9a-f]{64}$/, 'write the SHA-256 of the normalised text in hex'),
	length: z.int().min(0),
	n: z.literal(N),
	hashes: z.base64().meta({ description: 'the n-grams in order, each the first four bytes of its SHA-256' }),
	starts: z
		.string()
		.regex(/^(\d{1,7}( \d{1,7})*)?$/, 'write decimal distances with a space between')
		.meta({ description: 'where each token starts, in code points, as the distance from the token before' }),
	marks: z
		.string()
		.regex(/^(?:\d+[‘’‚‛“”„‟](?: \d+[‘’‚‛“”„‟])*)?$/, 'write places, each with its mark, with a space between')
		.default('')
		.meta({ description: 'the quotation marks that the normalised text has straight, each after its place' }),
	breaks: z
		.string()
		.regex(/^(?:\d+(?: \d+)*)?$/, 'write places with a space between')
		.default('')
		.meta({ description: 'the spaces of the normalised text that are line breaks in the article' }),
	markers: z
		.string()
		.regex(/^(\d{1,7}[secondra]( \d{1,7}[secondra])*)?$/, 'write decimal distances and a letter with a space between')
		.default('')
		.meta({ description: 'where sentences and quotations begin and end, and where words turn the sense, in tokens' }),
});

/**
 * Stands for an article's text: SHA-256 and length (code points) of the normalised text, a 32-bit hash of each run of `n`
 * tokens, and where each token starts.
 */
export type Fingerprint = z.infer<typeof fingerprintShape>;

/** A W3C `TextQuoteSelector`; `prefix` and `suffix` may be empty. */
export interface Selector {
	readonly exact: string;
	readonly prefix: string;
	readonly suffix: string;
}

/** A W3C `TextPositionSelector` in code points of the normalised text, with the surrounding words as they stand there. */
export interface Located {
	readonly start: number;
	readonly end: number;
	readonly prefix: string;
	readonly suffix: string;
}

/** A located passage as the article itself writes it, before normalisation. */
export interface Printed {
	/** With the article's own quotation marks. */
	readonly printed: string;
	/** Where its line ends between prefix and suffix, in code points from the start of the quotation; negative: before it. */
	readonly breaks: readonly number[];
}

/** The normalised text, in which positions and hashes are counted: see `NORMALISATION`. Idempotent. */
export function normalise(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[‘’‚‛]/g, "'")
		.replace(/[“”„‟]/g, '"')
		.replace(/\s+/g, ' ')
		.trim();
}

export function tokenCount(text: string): number {
	return tokens(normalise(text)).length;
}

/** The fingerprint of an article. Any text has one; fewer than four tokens give no hashes. */
export function fingerprint(text: string): Fingerprint {
	const normal = normalise(text);
	const list = tokens(normal);
	return {
		normalisation: NORMALISATION,
		sha256: createHash('sha256').update(normal).digest('hex'),
		length: codePoints(normal),
		n: N,
		hashes: Buffer.concat(grams(list)).toString('base64'),
		starts: list.map((token, i) => token.start - (list[i - 1]?.start ?? 0)).join(' '),
		...lost(text, [...normal]),
		markers: markersOf(paragraphs(text, normal), list),
	};
}

/** The paragraphs of the normalised text, which empty lines separate. */
function paragraphs(text: string, normal: string): string[] {
	const parts = text
		.split(/\n[^\S\n]*\n/)
		.map(normalise)
		.filter((part) => part !== '');
	// A combining mark joins the paragraph to the one before it.
	return parts.join(' ') === normal ? parts : [normal];
}

/** What normalisation removes from a text, by its place in the normalised text. */
function lost(text: string, normal: readonly string[]): Pick<Fingerprint, 'marks' | 'breaks'> {
	const kept = [
		...text
			.normalize('NFC')
			.trim()
			.replace(/\s+/g, (space) => (/[\n\r]/.test(space) ? '\n' : ' ')),
	];
	const marks = kept.flatMap((sign, at) => (sign !== normal[at] && sign !== '\n' ? [`${String(at)}${sign}`] : []));
	const breaks = kept.flatMap((sign, at) => (sign === '\n' ? [at] : []));
	return { marks: marks.join(' '), breaks: breaks.join(' ') };
}

/** A located passage in the article's own typography. */
export function asPrinted(print: Fingerprint, exact: string, { start, prefix, suffix }: Located): Printed {
	const { marks, breaks } = decoded(print);
	const signs = [...exact];
	for (const { at, mark } of marks) if (signs[at - start] !== undefined) signs[at - start] = mark;
	const [from, to] = [-codePoints(prefix), signs.length + codePoints(suffix)];
	const ends = breaks.map((at) => at - start);
	return { printed: signs.join(''), breaks: ends.filter((at) => at >= from && at < to) };
}

/** Whether a fingerprint is consistent: array lengths match, and no start lies past the end. */
export function isConsistent(print: Fingerprint): boolean {
	const { hashes, starts } = decoded(print);
	return hashes.length === Math.max(0, starts.length - N + 1) * HASH_BYTES && (starts.at(-1) ?? -1) < print.length;
}

interface Decoded {
	readonly hashes: Buffer;
	/** Where each token starts, in code points. */
	readonly starts: readonly number[];
	readonly marks: readonly { readonly at: number; readonly mark: string }[];
	readonly breaks: readonly number[];
}

const known = new WeakMap<Fingerprint, Decoded>();

/** The lists that a fingerprint holds as text; each fingerprint is decoded once. */
function decoded(print: Fingerprint): Decoded {
	const found = known.get(print) ?? {
		hashes: Buffer.from(print.hashes, 'base64'),
		starts: positions(print.starts),
		marks: [...print.marks.matchAll(/(\d+)(\D)/gu)].map(([, at, mark = '']) => ({ at: Number(at), mark: mark.trim() })),
		breaks: (print.breaks.match(/\d+/g) ?? []).map(Number),
	};
	known.set(print, found);
	return found;
}

/**
 * Every place where a quotation stands, verbatim and between token boundaries. `prefix` and `suffix`, the words before
 * and after, narrow it, with or without a space between. Fewer than four tokens in all find nothing. A match is certain
 * except for a collision of the 32-bit hashes of each of its n-grams.
 */
export function locate(print: Fingerprint, { prefix, exact, suffix }: Selector): Located[] {
	const quoted = normalise(exact);
	const { hashes, starts } = decoded(print);
	const found = new Map<number, Located>();
	for (const before of edges(
		normalise(prefix),
		(edge) => [`${edge} `, edge],
		(edge) => glues(edge, quoted),
	)) {
		for (const after of edges(
			normalise(suffix),
			(edge) => [` ${edge}`, edge],
			(edge) => glues(quoted, edge),
		)) {
			const skipped = tokens(before).length;
			for (const at of occurrences(hashes, Buffer.concat(grams(tokens(before + quoted + after))))) {
				const start = starts[at + skipped];
				if (start === undefined) continue;
				found.set(start, { start, end: start + codePoints(quoted), prefix: before, suffix: after });
			}
		}
	}
	return [...found.values()].sort((a, b) => a.start - b.start);
}

/** The ways in which prefix or suffix can adjoin the quotation: with a space, or without one if that joins no two words. */
function edges(edge: string, ways: (edge: string) => string[], isGlued: (edge: string) => boolean): string[] {
	if (edge === '') return [''];
	return isGlued(edge) ? ways(edge).slice(0, 1) : ways(edge);
}

function glues(left: string, right: string): boolean {
	return /[\p{L}\p{N}\p{M}]$/u.test(left) && /^[\p{L}\p{N}\p{M}]/u.test(right);
}

/** Where each token starts, in code points. */
export function tokenPlaces(print: Fingerprint): readonly number[] {
	return decoded(print).starts;
}

function grams(list: readonly Token[]): Buffer[] {
	return list.slice(N - 1).map((_, i) => {
		const words =
			(list[i]?.bare ?? '') +
			list
				.slice(i + 1, i + N)
				.map((token) => token.spaced)
				.join('');
		return createHash('sha256').update(words).digest().subarray(0, HASH_BYTES);
	});
}

function positions(starts: string): number[] {
	let place = 0;
	return starts === '' ? [] : starts.split(' ').map((step) => (place += Number(step)));
}

/** The indexes of the n-grams at which `part` begins; none for an empty part. */
function occurrences(whole: Buffer, part: Buffer): number[] {
	const found: number[] = [];
	if (part.length === 0) return found;
	for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
		if (at % HASH_BYTES === 0) found.push(at / HASH_BYTES);
	}
	return found;
}
