/** Reads the story's words. */
import type { Copy } from '#lib/model/copy.ts';
import type { Diagnostic } from '#lib/model/story.ts';
import { printable, quoted, sortDiagnostics, unprintable, type Spot } from '#compile/diagnostic.ts';
import { readCopy } from './blocks.ts';
import type { CopyReporter } from './codes.ts';
import { blockSpots, outline, type BlockSpots } from './outline.ts';
import { readWords, spanned, type KnownWords } from './words.ts';

const LARGEST = 1_000_000;

/**
 * Reads one language of the story. `copy` is null if there is any fault; `diagnostics` has all of them, but a file whose
 * blocks cannot be told apart is not read further. Never throws.
 */
export function parseCopy(
	file: { readonly file: string; readonly text: string },
	known: KnownWords,
): { copy: Copy | null; diagnostics: Diagnostic[]; spots: BlockSpots } {
	const diagnostics: Diagnostic[] = [];
	const report: CopyReporter = (spot, code, message) =>
		diagnostics.push({ ...spot, code, message: printable(message) });
	const lines = plain(file, report);
	const text = lines === null ? null : withoutSkipped(file.file, lines, report);
	// Skipped text must be known before anything else is reported.
	const found = text === null || diagnostics.length > 0 ? null : outline(file.file, text, report);
	const copy = found && readCopy(found, known, report);
	return {
		copy: diagnostics.length === 0 ? copy : null,
		diagnostics: sortDiagnostics(diagnostics),
		spots: found ? blockSpots(found) : new Map(),
	};
}

/** Reads one printed line of the seeds like the copy, with figures filled in. */
export function parseLine(
	text: string,
	at: Spot,
	known: KnownWords,
): { text: string; diagnostics: readonly Diagnostic[] } {
	const diagnostics: Diagnostic[] = [];
	const report: CopyReporter = (spot, code, message) =>
		diagnostics.push({ ...spot, code, message: printable(message) });
	// Its years are filled in from the data and change with them.
	const read = readWords(text, at, { ...spanned(known.data), years: [] }, known, report);
	return { text: read.text, diagnostics };
}

/** The text with `\n` as line separator; null if it is not text. */
function plain({ file, text }: { file: string; text: string }, report: CopyReporter): string | null {
	if (text.length > LARGEST) {
		report(
			{ file, line: 1, column: 1 },
			'copy-too-large',
			'the copy has more than a million characters; write a shorter story',
		);
		return null;
	}
	const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
	let isPlain = true;
	for (const [index, line] of lines.split('\n').entries()) {
		const column = line.replaceAll('\t', ' ').search(new RegExp(`${unprintable.source}|\\p{Co}`, 'u')) + 1;
		if (column === 0) continue;
		isPlain = false;
		report(
			{ file, line: index + 1, column },
			'copy-not-plain',
			`the character ${quoted(line.charAt(column - 1))} cannot be printed; write plain text without it`,
		);
	}
	return isPlain ? `${lines}\n` : null;
}

/** As in ArchieML: the rest of the line, and a longer word that begins the same way, belong to the command. */
const command = /^\s*:[ \t]*(endskip|skip)/i;

/**
 * The text with each skipped line empty, so that line numbers stay. Reports a command without exactly one partner, or
 * with other text on its line. Expects `\n` as line separator.
 */
export function withoutSkipped(file: string, text: string, report: CopyReporter): string {
	let open: Spot | null = null;
	const lines: string[] = [];
	for (const [index, line] of text.split('\n').entries()) {
		const name = command.exec(line)?.[1]?.toLowerCase();
		const at: Spot = { file, line: index + 1, column: line.search(/\S/) + 1 };
		if (name !== undefined && !/^:(?:end)?skip$/.test(line.trim()))
			report(at, 'copy-skip-unpaired', `${quoted(line.trim())} is read as a command; write :${name} alone on its line`);
		if (name === 'skip' && open)
			report(
				at,
				'copy-skip-unpaired',
				`this :skip is inside that of line ${String(open.line)}, and one :endskip ends both; write :endskip before this one, or remove it`,
			);
		else if (name === 'endskip' && !open)
			report(
				at,
				'copy-skip-unpaired',
				'this :endskip has no :skip; remove it, or write :skip above what is to be skipped',
			);
		const isCut = open !== null || name !== undefined;
		if (name !== undefined) open = name === 'skip' ? (open ?? at) : null;
		lines.push(isCut ? '' : line);
	}
	// A `:skip` without an end would drop the rest of the file.
	if (open)
		report(open, 'copy-skip-unpaired', 'this :skip cuts all to the end of the file; write :endskip where the cut ends');
	return lines.join('\n');
}
