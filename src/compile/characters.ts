/** Which characters can be printed: those that no font has would be missing from pictures and look different on pages. */
import { quoted, unprintable, type Reporter } from './diagnostic.ts';
import type { File } from './seeds/items.ts';

/** The characters in our fonts, with line ends and tabs; a test compares them with the font files. */
export const supportedCharacter =
	/[\t\n\r -~\u00a0-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u0300\u0301\u0303\u0304\u0308\u0309\u0323\u0329\u2009\u200b\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2032\u2033\u2039\u203a\u2044\u20ac\u2122\u2191\u2193\u2212\u2215]/u;

/** Files whose text is printed; tables and articles are not. */
const printed = /^(?:seeds\/(?:[^/]+\/)?[^/]+\.yaml|src\/copy\/[^/]+\.aml)$/;

/** Characters that no editor shows: unusual spaces, and characters without a width. */
const unseen = /[\p{Zs}\p{Default_Ignorable_Code_Point}\u2800]/u;
const names: Readonly<Record<string, string>> = {
	'\u00a0': 'no-break space',
	'\u00ad': 'soft hyphen',
	'\u2009': 'thin space',
	'\u200b': 'zero-width space',
	'\u200c': 'zero-width non-joiner',
	'\u200d': 'zero-width joiner',
	'\u202f': 'narrow no-break space',
	'\u2060': 'word joiner',
	'\ufe0f': 'variation selector',
};
/** Where a no-break space is allowed: between a number and its unit, and between a word and a dash. */
const holding = /^(?:[\d}]\u00a0[\p{L}{]|\p{L}\u00a0[\d{]|[\p{L}\p{P}]\u00a0[–—])$/u;

/** Most lines. */
const plain = /^[\t -~]*$/;

/** Runs of characters that no font has, or any single character. */
const pieces = new RegExp(`(?:(?!${supportedCharacter.source})[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}])+|.`, 'gsu');

/**
 * Reports characters that no font has, and invisible ones, each once a line. Text that is not text at all is reported
 * elsewhere.
 */
export function reportUnprinted(files: readonly File[], report: Reporter): void {
	for (const { file, text } of files) {
		if (!printed.test(file)) continue;
		for (const [index, line] of text
			.replace(/^\ufeff/, '')
			.split(/\r\n?|\n/)
			.entries()) {
			if (plain.test(line)) continue;
			const reported = new Set<string>();
			for (const { index: start, 0: one } of line.matchAll(pieces)) {
				const at = { file, line: index + 1, column: start + 1 };
				const round = line.slice(Math.max(0, start - 1), start + one.length + 1);
				if (reported.has(one) || one === ' ' || unprintableOne.test(one)) continue;
				if (one === '\u00a0' && holding.test(round)) continue;
				if (unseen.test(one)) report(at, 'character-unseen', tellingOf(one));
				else if (!supportedText.test(one)) report(at, 'character-without-font', tellingStrange(one));
				reported.add(one);
			}
		}
	}
}

const unprintableOne = new RegExp(unprintable.source, 'u');
const supportedText = new RegExp(`^(?:${supportedCharacter.source})+$`, 'u');

function tellingStrange(run: string): string {
	const plain = run.normalize('NFKD').replace(/\p{M}/gu, '');
	const instead = supportedText.test(plain)
		? `write ${quoted(plain)}`
		: 'transliterate it to letters of Western Europe';
	return `${quoted(run)} is in none of the fonts, and would be missing from pictures; ${instead}`;
}

function tellingOf(one: string): string {
	const code = `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
	const what = one in names ? `a ${names[one] ?? ''} (${code})` : code;
	const instead = /\p{Zs}/u.test(one) ? 'write a plain space' : 'remove it';
	return `this is an invisible character, ${what}; ${instead}`;
}
