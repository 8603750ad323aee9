/** The text fragments in the articles themselves, where they are at hand: as a page has them, paragraph by paragraph. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import { fingerprint, normalise } from '#compile/evidence/fingerprint.ts';
import { textFragment } from '#lib/ledger/text-fragment.ts';
import { project } from '#tests/compile/project.ts';
import { ORIGINALS, skipUnless } from '#tests/quality/partners.ts';

const { story } = compile(project());
if (story === null) throw new Error('The seeds do not compile');
const folder = ['../shared/seeds', 'seeds/originals'].find((each) => existsSync(each)) ?? '';

/** The paragraphs of each article, by the hash of its text: links and emphasis of the scraped copy shown as a page would. */
const articles = new Map(
	(folder ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []).map((name) => {
		const text = readFileSync(join(folder, name), 'utf8');
		const plain = text.replace(/\[([^\]]*)\]\([^)\s]*\)/g, '$1');
		const lines = plain.split('\n').map(normalise);
		return [fingerprint(text).sha256, lines.filter((line) => line !== '')] as const;
	}),
);

/** Whether a browser finds the text: prefix and suffix in the same paragraph as the text, start and end in any. */
function isFound(fragment: string, paragraphs: readonly string[]): boolean {
	const parts = fragment.replace('#:~:text=', '').split(',');
	const prefix = parts[0]?.endsWith('-') ? decodeURIComponent(parts.shift()?.slice(0, -1) ?? '') : '';
	const suffix = parts.at(-1)?.startsWith('-') ? decodeURIComponent(parts.pop()?.slice(1) ?? '') : '';
	const words = parts.map(decodeURIComponent);
	const [first = '', last = first] = [words[0], words.at(-1)];
	const stands = (before: string, text: string, after: string) =>
		paragraphs.findIndex(
			(paragraph) =>
				[before, text, after]
					.filter(Boolean)
					.reduce<number[]>(
						(ends, piece, at) =>
							at === 0
								? [...paragraph.matchAll(new RegExp(escaped(piece), 'gi'))].map((found) => found.index + piece.length)
								: ends.flatMap((end) =>
										paragraph.slice(end).trimStart().startsWith(piece)
											? paragraph.indexOf(piece, end) + piece.length
											: [],
									),
						[],
					).length > 0,
		);
	if (words.length === 1) return stands(prefix, first, suffix) >= 0;
	const start = stands(prefix, first, '');
	return start >= 0 && stands('', last, suffix) >= start;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

test('every fragment is found in its article, paragraph by paragraph', (context) => {
	skipUnless(context, articles.size > 0, ...ORIGINALS);
	const missed = story.annotations.flatMap((annotation) => {
		const paragraphs = articles.get(story.sources.find(({ id }) => id === annotation.source)?.sha256 ?? '');
		return paragraphs && !isFound(textFragment(annotation), paragraphs) ? [annotation.id] : [];
	});
	expect(story.annotations.length).toBeGreaterThan(100);
	expect(missed).toEqual([]);
});
