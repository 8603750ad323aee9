/** The story's words, from ArchieML to typed blocks. */
import archieml from 'archieml';
import type { Copy } from '#lib/model/copy.ts';
import type { Id, Kind } from '#lib/model/records.ts';
import type { Diagnostic } from '#lib/model/story.ts';
import { readCopy } from './copy-blocks.ts';
import type { JudgeClaim } from './copy-claims.ts';
import type { TellCopy } from './copy-diagnostic.ts';
import { outline } from './copy-outline.ts';
import { printable, quoted, sortDiagnostics, unprintable } from './diagnostic.ts';

const LARGEST = 1_000_000;

/** What the copy may refer to: every record, every figure as a reader sees it, every frame of `relations`. */
export interface KnownToCopy {
	readonly kinds: Readonly<Record<Id, Kind>>;
	readonly figures: ReadonlyMap<Id, string>;
	/** With or without `all`. */
	readonly frames: readonly string[];
	/** In how many variants of the index a claim holds; null where that cannot be judged. */
	readonly share: JudgeClaim;
}

/**
 * Reads one language of the story. `copy` is null if anything is wrong; everything wrong is among `diagnostics`, except
 * that a file whose blocks cannot be told apart is not read further. Never throws.
 */
export function parseCopy(
	file: { readonly file: string; readonly text: string },
	known: KnownToCopy,
): { copy: Copy | null; diagnostics: Diagnostic[] } {
	const diagnostics: Diagnostic[] = [];
	const tell: TellCopy = (spot, code, message) => diagnostics.push({ ...spot, code, message: printable(message) });
	const text = plain(file, tell);
	const found = text === null ? null : outline(file.file, text, tell);
	const { kinds, ...rest } = known;
	const records = Object.keys(kinds);
	const of = (kind: Kind): ReadonlySet<Id> => new Set(records.filter((id) => kinds[id] === kind));
	const words = {
		...{ ...rest, records: new Set(records) },
		...{ quotations: of('quotation'), sources: of('source'), actors: of('actor') },
	};
	const copy = found && readCopy(archieml.load(text ?? ''), found, words, tell);
	return { copy: diagnostics.length === 0 ? copy : null, diagnostics: sortDiagnostics(diagnostics) };
}

/** The text with `\n` between its lines; null if it is not text. */
function plain({ file, text }: { file: string; text: string }, tell: TellCopy): string | null {
	if (text.length > LARGEST) {
		tell(
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
		tell(
			{ file, line: index + 1, column },
			'copy-not-plain',
			`the character ${quoted(line.charAt(column - 1))} cannot be printed; write plain text without it`,
		);
	}
	return isPlain ? `${lines}\n` : null;
}
