/** What can be printed: the letters of other scripts would be missing from pictures, and stand in a strange face on pages. */
import { quoted, type Tell } from './diagnostic.ts';
import type { File } from './parse.ts';

/** The characters that each of our fonts holds, with line ends and tabs; a test reads them from the fonts. */
export const held =
	/[\t\n\r -~\u00a0-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u0300\u0301\u0303\u0304\u0308\u0309\u0323\u0329\u2009\u200b\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2032\u2033\u2039\u203a\u2044\u20ac\u2122\u2191\u2193\u2212\u2215]/u;

/** Of these files all that is written is printed; tables and articles are not. */
const printed = /^(?:seeds\/(?:sources\/|coding\/)?[^/]+\.yaml|src\/copy\/[^/]+\.aml)$/;

/** Tells each character that no font holds, once a line. What is no text at all is told elsewhere. */
export function tellUnprinted(files: readonly File[], tell: Tell): void {
	for (const { file, text } of files) {
		if (!printed.test(file)) continue;
		for (const [index, line] of text
			.replace(/^\ufeff/, '')
			.split('\n')
			.entries()) {
			const strange = new Set(
				[...line].filter((one) => !held.test(one) && /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/u.test(one)),
			);
			for (const one of strange) {
				const plain = one.normalize('NFD').charAt(0);
				const instead =
					plain !== one && held.test(plain) ? `write ${quoted(plain)}` : 'spell it with letters of Western Europe';
				const message = `${quoted(one)} is in none of the fonts, and would be missing from pictures; ${instead}`;
				tell({ file, line: index + 1, column: line.indexOf(one) + 1 }, 'character-without-font', message);
			}
		}
	}
}
