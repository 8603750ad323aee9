/** Diagnostics about the seeds: their codes, and how they are reported, sorted and formatted. */
import { group as groups } from 'd3';
import type { Diagnostic } from '#lib/model/story.ts';

/** `tests/compile/samples` has a folder for each code. */
export const codes = [
	'file-missing',
	'file-unknown',
	'file-too-large',
	'merge-unfinished',
	'id-not-of-file',
	'yaml-syntax',
	'yaml-alias',
	'duplicate-key',
	'dyad-sides',
	'key-forbidden',
	'text-not-plain',
	'character-without-font',
	'character-unseen',
	'schema-shape',
	'label-too-long',
	'table-shape',
	'duplicate-id',
	'dangling-reference',
	'not-in-story',
	'wrong-kind',
	'date-not-edtf',
	'date-unbounded',
	'cameo-unknown',
	'coders-differ',
	'without-evidence',
	'annotation-unused',
	'quotation-not-found',
	'quotation-repeated',
	'quotation-too-short',
	'quoted-too-much',
	'fingerprint-missing',
	'fingerprint-broken',
	'fingerprint-differs',
	'passage-turned',
	'quotation-without-lead',
	'headline-proves-nothing',
	'caption-untold',
	'position-missing',
	'question-read-twice',
	'voice-mixed',
	'position-without-evidence',
	'position-without-says',
	'position-of-another-source',
	'row-unaccounted',
	'row-accounted-twice',
	'row-unknown',
	'row-without-reason',
	'row-without-record',
	'tie-cut-before-opened',
	'tie-outcome',
	'date-after-known',
	'date-outside-role',
	'figure-unfounded',
	'eras-overlap',
	'eras-gap',
	'outside-eras',
	'change-unlogged',
	'released-gone',
] as const;

export type Code = (typeof codes)[number];

/** A place in a file; line and column count from 1. */
export type Spot = Pick<Diagnostic, 'file' | 'line' | 'column'>;

/** Reports one problem and returns: every phase continues after a fault. */
export type Reporter = (spot: Spot, code: Code, message: string) => void;

/** `file:line:column code message`. */
export function formatDiagnostic({ file, line, column, code, message }: Diagnostic): string {
	return `${file}:${String(line)}:${String(column)} ${code} ${message}`;
}

/** Codes that are reported once for each message, with the other places appended. */
const grouped: readonly string[] = [
	'date-outside-role',
	'dangling-reference',
	'not-in-story',
	'copy-dangling-record',
	'copy-dangling-figure',
];

/**
 * Sorted by file, line, column, code and message, without regard to locale. Duplicates are merged; an unresolved id is
 * reported at its first occurrence, which lists the others.
 */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
	const unique = new Map(diagnostics.map((diagnostic) => [formatDiagnostic(diagnostic), diagnostic]));
	const places = groups(sorted([...unique.values()]), ({ code, message, ...at }) =>
		grouped.includes(code) ? `${code} ${message}` : formatDiagnostic({ code, message, ...at }),
	);
	return [...places.values()].flatMap(([first, ...others]) =>
		first ? { ...first, message: first.message + alsoIn(others) } : [],
	);
}

function alsoIn(others: readonly Spot[]): string {
	if (others.length === 0) return '';
	const shown = others.slice(0, 5).map(({ file, line }) => `${file}:${String(line)}`);
	const rest = others.length > shown.length ? ` and ${String(others.length - shown.length)} more places` : '';
	return `; also in ${shown.join(', ')}${rest}`;
}

function sorted(diagnostics: readonly Diagnostic[]): Diagnostic[] {
	return [...diagnostics].sort(
		(a, b) =>
			order(a.file, b.file) ||
			a.line - b.line ||
			a.column - b.column ||
			order(a.code, b.code) ||
			order(a.message, b.message),
	);
}

/** Compares by code units: the same on every machine. */
export function order(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** A value for a message: in quotation marks, on one short line, control characters escaped. */
export function quoted(value: string): string {
	const short = value.length > 80 ? `${value.slice(0, 77)}…` : value;
	return `“${printable(short)}”`;
}

/** Escapes characters that would break a line or a terminal. */
export function printable(text: string): string {
	return text.replace(unprintable, (character) => {
		return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
	});
}

/** Control and format characters, lone surrogates, and the replacement character. */
export const unprintable = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd\p{Cs}]/gu;
