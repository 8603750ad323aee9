/** A sample of the story's points for a reading by somebody who has not seen how they were made. */
import { parse } from '#compile/seeds/parse.ts';
import type { File, Item } from '#compile/seeds/items.ts';
import { citing } from '#lib/ledger/passages.ts';
import type { Story } from '#lib/model/story.ts';
import { points, type Point } from './points.ts';

const copyFile = 'src/copy/en.aml';

/**
 * As many points as asked for, all if there are fewer, drawn without repetition. The same for the same story and seed.
 * Each is a paragraph: number, kind and place, what is said, and the passages it rests on.
 */
export function sample(story: Story, input: readonly File[], count: number, seed: number): string[] {
	const spotOf = places(story, input);
	const passagesOf = citing(story);
	const evidence = evidenceById(story);
	return drawn(points(story), count, seed).map((point, index) => {
		const passages = point.records.flatMap((id) => {
			const own = evidence.get(id) ?? [];
			return passagesOf({ id, evidence: own }).map(
				({ label, stance, place, shown }) => `   ${id}: ${label}, ${place}, ${stance}: “${shown}”`,
			);
		});
		const none = point.copy === null ? '   no passage' : '   cites nothing: ours';
		return [
			`${String(index + 1)}. ${point.kind}  ${spotOf(point)}`,
			`   ${point.text}`,
			...(passages.length > 0 ? passages : [none]),
		].join('\n');
	});
}

function evidenceById(story: Story): ReadonlyMap<string, readonly string[]> {
	const { events, ties, contacts, questions, positions, quotations, actors, figures, sources, annotations } = story;
	const all = [events, ties, contacts, questions, positions, quotations, actors, figures].flat();
	const own = (source: string) => annotations.filter((each) => each.source === source).map(({ id }) => id);
	return new Map([
		...all.map(({ id, evidence }) => [id, evidence] as const),
		...sources.map(({ id }) => [id, own(id)] as const),
	]);
}

/** `file:line` of a point: of its record in the seeds, or of its words in the copy. */
function places(story: Story, input: readonly File[]): (point: Point) => string {
	const seeds = parse(input, () => undefined);
	const spots = new Map<string, string>();
	const add = (id: string, { file, line }: { readonly file: string; readonly line: number }) =>
		spots.set(id, `${file}:${String(line)}`);
	const items: readonly Item<object>[] = [...seeds.sources, ...Object.values(seeds.lists).flat()];
	for (const { record, at } of items) if ('id' in record && typeof record.id === 'string') add(record.id, at('id'));
	for (const { record, keyAt, at } of seeds.lists['questions.yaml']) {
		for (const { id } of story.sources) {
			const isSaid = Object.hasOwn(record.positions, id);
			add(`${record.id}--${id}`, isSaid ? keyAt('positions', id) : at('positions'));
		}
	}
	const lines = (input.find(({ file }) => file === copyFile)?.text ?? '').split(/\r?\n/).map(wordsOf);
	return ({ copy, records: [id = ''] }) => {
		if (copy === null) return spots.get(id) ?? id;
		const storyWords = wordsOf(copy);
		const common = lines.map((line) => [...storyWords].filter((word) => line.has(word)).length);
		// Numbers and links are written otherwise in the file; of two lines with as many words the shorter is meant.
		const most = Math.max(...common);
		const [best = 0] = [...lines.keys()]
			.filter((line) => common[line] === most)
			.sort((x, y) => (lines[x]?.size ?? 0) - (lines[y]?.size ?? 0));
		return `${copyFile}:${String(best + 1)}`;
	};
}

/** The words of a line, each once, without the addresses of its links. */
function wordsOf(line: string): ReadonlySet<string> {
	return new Set(line.replace(/\]\([^)]*\)/g, ' ').match(/[\p{L}\p{N}]+/gu));
}

/** A part of the list in an order drawn by lot, by Fisher and Yates. */
function drawn<T>(list: readonly T[], count: number, seed: number): T[] {
	const rest = [...list];
	const next = lot(seed);
	return Array.from({ length: Math.min(count, list.length) }, () => {
		const [one] = rest.splice(Math.floor(next() * rest.length), 1);
		return one;
	}).filter((one): one is T => one !== undefined);
}

/** Numbers from 0 to 1, the same for the same seed: the generator mulberry32. */
function lot(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
