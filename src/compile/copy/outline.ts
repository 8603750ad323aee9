/**
 * Reads the blocks, fields and lines of the copy, with their places. The copy is ArchieML without its freedom: what its
 * library would drop, guess or take for a command is a fault here. Both read the same words; a test compares them.
 */
import { quoted, type Spot } from '#compile/diagnostic.ts';
import type { CopyReporter } from './codes.ts';
import { nearest } from '#compile/nearest.ts';

const fieldsOf = {
	copy: ['language', 'title', 'description', 'standfirst', 'claims'],
	chart: ['formerly', 'title', 'how', 'credit', 'description', 'claims'],
	source: ['voice', 'unknown'],
	chapter: ['id', 'formerly', 'title', 'short', 'chart', 'pull', 'people', 'shows', 'place'],
	step: ['id', 'formerly', 'heading', 'finding', 'chart', 'frame', 'focus', 'description', 'claims'],
} as const;

type BlockKind = keyof typeof fieldsOf;

export class Block {
	readonly kind: BlockKind;
	/** The chart in `{charts.…}` or the source in `{sources.…}`; otherwise empty. */
	readonly name: string;
	readonly spot: Spot;
	/** The value of each field, and where it begins. */
	readonly fields = new Map<string, { readonly text: string; readonly spot: Spot }>();

	constructor(kind: BlockKind, name: string, spot: Spot) {
		this.kind = kind;
		this.name = name;
		this.spot = spot;
	}

	text(field: string): string {
		return this.fields.get(field)?.text ?? '';
	}

	/** Where the value of a field begins; the block, if it is missing. */
	at(field: string): Spot {
		return this.fields.get(field)?.spot ?? this.spot;
	}
}

/** An item of `[+story]`, in order: a line of running text, or the block of a chapter or step. */
export type Item = Block | { readonly kind: 'text'; readonly spot: Spot; readonly line: string };

export interface Outline {
	readonly copy: Block;
	readonly charts: readonly Block[];
	readonly sources: readonly Block[];
	readonly story: readonly Item[];
}

/** The places of the blocks of chapters, steps and charts, by kind and id: `step crimea`. */
export type BlockSpots = ReadonlyMap<string, Spot>;

export function blockSpots({ charts, story }: Outline): BlockSpots {
	const blocks = [...story.filter((item) => item instanceof Block), ...charts];
	return new Map(blocks.map((block) => [`${block.kind} ${block.name || block.text('id')}`, block.spot]));
}

// As in ArchieML: what it takes for a command, a key or a block, anywhere in the text.
const command = /^\s*:[ \t]*(ignore|end)/i;
const key = /^(\s*)([^\s[\]\\{}:]+)([ \t]*:[ \t]*)(.*)$/;
const named = /^\{(charts|sources)\.([a-z0-9-]+)\}$/;
const scope = /^\s*[[{][ \t]*[+.]*[ \t]*[^\s[\]\\{}:]*[ \t]*[\]}]/;

/** Lines that were probably meant to begin the story. */
const opening = /^[[{][^\p{L}]*stor(?:y|ies)[^\p{L}]*[\]}]$/iu;

const inFront = 'if it is running text, put a backslash in front: \\';

/**
 * The outline, or null if the structure is broken; each fault is reported. Expects `\n` as line separator, and skipped
 * lines already blanked.
 */
export function outline(file: string, text: string, report: CopyReporter): Outline | null {
	const copy = new Block('copy', '', { file, line: 1, column: 1 });
	const charts: Block[] = [];
	const sources: Block[] = [];
	const story: Item[] = [];
	const breaks: Spot[] = [];
	let isStory = false;
	let open: Block | null = null;
	let isUnknown = false;

	const broken: CopyReporter = (spot, code, message) => {
		breaks.push(spot);
		report(spot, code, message);
	};
	const closeFor = (what: string, at: Spot): void => {
		if (open)
			broken(
				at,
				'copy-unclosed-block',
				`${what} begins inside the block of line ${String(open.spot.line)}; close that with {} first`,
			);
		open = null;
		isUnknown = false;
	};

	const all = text.split('\n');
	/** Whether the open block is closed before the next one begins. */
	const isClosed = (from: number): boolean =>
		all
			.slice(from)
			.find((line) => line.trim() === '{}' || scope.test(line))
			?.trim() === '{}';

	for (const [index, line] of all.entries()) {
		const at: Spot = { file, line: index + 1, column: line.length - line.trimStart().length + 1 };
		const trimmed = line.trim();
		const name = command.exec(line)?.[1]?.toLowerCase();
		if (name !== undefined) {
			const instead =
				name === 'ignore'
					? 'enclose what is to be left out in :skip and :endskip'
					: 'remove it, one line is one paragraph';
			broken(at, 'copy-unknown-block', `the command :${name} is not used here; ${instead}`);
		} else if (trimmed === '' || (isUnknown && trimmed !== '{}' && !scope.test(line))) {
			continue;
		} else if (trimmed === '[+story]') {
			closeFor('the story', at);
			if (isStory || story.length > 0)
				broken(at, 'copy-unknown-block', 'the story has begun already; write one [+story] only');
			isStory = true;
		} else if (trimmed === '[]' && isStory) {
			closeFor('the end of the story', at);
			isStory = false;
		} else if (trimmed === '{}' && (open || isUnknown)) {
			open = null;
			isUnknown = false;
		} else if (isStory && (trimmed === '{.chapter}' || trimmed === '{.step}')) {
			closeFor(trimmed, at);
			open = new Block(trimmed === '{.step}' ? 'step' : 'chapter', '', at);
			story.push(open);
		} else if (!isStory && named.test(trimmed)) {
			closeFor(trimmed, at);
			const [, list, name = ''] = named.exec(trimmed) ?? [];
			const first = (list === 'charts' ? charts : sources).find((block) => block.name === name);
			if (first) {
				const message = `${trimmed} is in line ${String(first.spot.line)} already; write it once`;
				broken(at, 'copy-repeated-field', message);
			}
			open = new Block(list === 'charts' ? 'chart' : 'source', name, at);
			(list === 'charts' ? charts : sources).push(open);
		} else if (!isStory && story.length === 0 && opening.test(trimmed)) {
			closeFor('the story', at);
			broken(at, 'copy-unknown-block', `${quoted(trimmed)} does not open the story; write [+story]`);
			isStory = true;
		} else if (!isStory && story.length === 0 && /^\{\.(?:chapter|step)\}$/.test(trimmed)) {
			closeFor(trimmed, at);
			broken(at, 'copy-unknown-block', `${trimmed} is before the story; write [+story] on a line above it`);
			isStory = true;
			open = new Block(trimmed === '{.step}' ? 'step' : 'chapter', '', at);
			story.push(open);
		} else if (scope.test(line)) {
			broken(at, 'copy-unknown-block', unknownBlock(trimmed, isStory));
			// Its content is not reported as well: it may be right once the block is.
			isUnknown = /^\{\.?[a-z.]+\}$/i.test(trimmed);
		} else if (isStory && !open) {
			const word = key.exec(line)?.[2];
			if (word !== undefined)
				broken(at, 'copy-unknown-block', `“${word}:” begins like a field, but no block is open; ${inFront}${word}: …`);
			story.push({ kind: 'text', spot: at, line: trimmed });
		} else if (open && isStory && key.exec(line) === null && !isClosed(index)) {
			broken(at, 'copy-unclosed-block', `${quoted(trimmed)} is not a field; close the block with {} before its text`);
			open = null;
		} else {
			readField(open ?? copy, line, at, broken);
		}
	}
	const end: Spot = { file, line: all.length, column: 1 };
	closeFor('the end of the file', end);
	return breaks.length > 0 ? null : { copy, charts, sources, story };
}

function unknownBlock(line: string, isStory: boolean): string {
	if (line === '{}' || line === '[]') return `this ${line} closes nothing; remove it`;
	if (/^[[{]\s*[\]}]/.test(line)) return `${quoted(line)} does not close a block; write {} or [] alone on its line`;
	const [alone = null] = isStory ? (/^\{\.(?:chapter|step)\}(?=.)/.exec(line) ?? []) : [];
	if (alone !== null) return `${quoted(line)} has words behind ${alone}; write ${alone} alone on its line`;
	const blocks = isStory
		? ['{.chapter}', '{.step}', '{}', '[]']
		: ['{charts.<chart>}', '{sources.<source>}', '{}', '[+story]'];
	const near = nearest(line, blocks);
	if (near !== null && near.length > 2)
		return `${quoted(line)} begins like a block; write ${near}, or, ${inFront}${line.slice(0, 1)}…`;
	return `${quoted(line)} begins like a block; write ${blocks.slice(0, -1).join(', ')} or ${blocks.at(-1) ?? ''}, or, ${inFront}${line.slice(0, 1)}…`;
}

function readField(block: Block, line: string, at: Spot, report: CopyReporter): void {
	const known: readonly string[] = fieldsOf[block.kind];
	const [, indent = '', name = '', colon = '', value = ''] = key.exec(line) ?? [];
	if (name === '') {
		const where =
			block.kind === 'copy'
				? 'put running text between [+story] and []'
				: 'a value stands on one line: join it to the line above, or put it behind the {} of its block';
		report(at, 'copy-stray-line', `${quoted(line.trim())} is not a field; ${where}`);
	} else if (!known.includes(name)) {
		const near = nearest(name, known);
		report(
			at,
			'copy-unknown-block',
			`“${name}” is not a field here; ${near ? `did you mean “${near}”? The fields are` : 'write'} ${known.join(', ')}`,
		);
	} else if (block.fields.has(name)) {
		report(at, 'copy-repeated-field', `“${name}” is in this block twice; write it once`);
	} else {
		const column = indent.length + name.length + colon.length + (value.length - value.trimStart().length) + 1;
		block.fields.set(name, { spot: { ...at, column }, text: value.trim() });
	}
}
