/** Removes what stands between `:skip` and `:endskip` before the copy is read, so that both parsers see the same text. */
import type { CopyReporter } from './codes.ts';
import { quoted, type Spot } from '#compile/diagnostic.ts';

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
