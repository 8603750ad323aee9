/** One block's fields, and the two kinds of text in them: a line of plain words, and a paragraph. */
import type { ChartId, Paragraph } from '#lib/model/copy.ts';
import { chartIds } from './chart-ids.ts';
import type { TellCopy } from './copy-diagnostic.ts';
import { inlinePieces, inlineText, type Known } from './copy-inline.ts';
import type { Block } from './copy-outline.ts';
import { tellTyped, tellUnproved } from './copy-sentences.ts';
import { quoted, type Spot } from './diagnostic.ts';

/** A block and what it holds: `text` is what ArchieML read, `at` where that begins (or the block, if it is missing). */
export interface Fields {
	readonly block: Block;
	text(field: string): string;
	at(field: string): Spot;
}

/** `value` is what ArchieML made of the block. */
export function fieldsOf(block: Block, value: unknown): Fields {
	const record = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
	return {
		block,
		text: (field) => (block.fields.has(field) && typeof record[field] === 'string' ? record[field] : ''),
		at: (field) => block.fields.get(field) ?? block.at,
	};
}

/** Tells each of these fields that is missing or empty. */
export function need(fields: Fields, names: readonly string[], tell: TellCopy): void {
	for (const name of names) {
		if (fields.text(name) !== '') continue;
		if (name === 'description')
			tell(
				fields.at(name),
				'copy-missing-description',
				'there is no description; write “description:” and one sentence that says what a reader would see',
			);
		else
			tell(fields.at(name), 'copy-missing-field', `“${name}” is missing; write “${name}:” and its words in this block`);
	}
}

/** One line of plain words, figures interpolated. */
export function readLine(fields: Fields, field: string, known: Known, tell: TellCopy): string {
	const at = fields.at(field);
	const pieces = inlinePieces(fields.text(field), at, known, tell);
	tellTyped(pieces, at, tell);
	if (pieces.some(({ type }) => type !== 'text'))
		tell(at, 'copy-link-in-field', `“${field}” is plain text; move the link to a paragraph`);
	return inlineText(pieces)
		.map(({ text }) => text)
		.join('');
}

/** Running text; every sentence of it must be proved, unless `needsProof` says otherwise. */
export function readParagraph(text: string, at: Spot, known: Known, tell: TellCopy, needsProof = true): Paragraph {
	const pieces = inlinePieces(text, at, known, tell);
	tellTyped(pieces, at, tell);
	if (needsProof) tellUnproved(pieces, at, tell);
	return inlineText(pieces);
}

/** Null, and told, where no chart has this name. */
export function readChartId(name: string, at: Spot, tell: TellCopy): ChartId | null {
	const id = chartIds.find((known) => known === name) ?? null;
	if (id === null)
		tell(at, 'copy-unknown-chart', `there is no chart ${quoted(name)}; write ${chartIds.join(', ')} or none`);
	return id;
}
