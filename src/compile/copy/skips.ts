/** What stands between `:skip` and `:endskip` is taken out before anybody reads the copy, so that all read the same. */
import type { CopyReporter } from './codes.ts';
import { quoted, type Spot } from '#compile/diagnostic.ts';

/** As ArchieML has it: the rest of the line, and a longer word that begins so, count as the command. */
const command = /^\s*:[ \t]*(endskip|skip)/i;

/**
 * The text with each cut line empty, so that every other keeps its number. A command that has not exactly one partner,
 * or that something else stands beside, is reported at its own line. Expects lines separated by `\n` only.
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
				`the :skip of line ${String(open.line)} is still open, and one :endskip ends both; write :endskip before this one, or take it out`,
			);
		else if (name === 'endskip' && !open)
			report(
				at,
				'copy-skip-unpaired',
				'no :skip is open here; take this :endskip out, or write :skip above what it cuts',
			);
		const isCut = open !== null || name !== undefined;
		if (name !== undefined) open = name === 'skip' ? (open ?? at) : null;
		lines.push(isCut ? '' : line);
	}
	// What ends with the file never ends: all after it would be gone.
	if (open)
		report(open, 'copy-skip-unpaired', 'this :skip cuts all to the end of the file; write :endskip where the cut ends');
	return lines.join('\n');
}
