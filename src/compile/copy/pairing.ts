/** Checks that ArchieML and our outline read each line alike: ArchieML gives words without places, the outline the places. */
import type { CopyReporter } from './codes.ts';
import type { Block, Outline } from './outline.ts';
import { quoted, type Spot } from '#compile/diagnostic.ts';

/** Reports the first line of the story, and each field, that the two read differently; returns whether they agree. */
export function reportUnpaired(data: Record<string, unknown>, found: Outline, report: CopyReporter): boolean {
	const faults: Spot[] = [];
	const unsure: CopyReporter = (spot, code, message) => {
		faults.push(spot);
		report(spot, code, message);
	};
	const reportFields = (block: Block, value: unknown): void => {
		const record = Object(value) as Record<string, unknown>;
		for (const [name, { text, ...at }] of block.fields) {
			if (record[name] !== text)
				unsure(
					at,
					'copy-line-unsure',
					`ArchieML reads “${name}” as ${reading(record[name])}; write it with plain spaces only`,
				);
		}
	};
	reportFields(found.copy, data);
	const named = (list: string): Record<string, unknown> => Object(data[list]) as Record<string, unknown>;
	for (const block of found.charts) reportFields(block, named('charts')[block.name]);
	for (const block of found.sources) reportFields(block, named('sources')[block.name]);
	const values = Array.isArray(data['story']) ? (data['story'] as { type?: unknown; value?: unknown }[]) : [];
	for (const [index, item] of found.story.entries()) {
		const { type, value } = values[index] ?? {};
		if (item.kind === type && (item.kind !== 'text' || value === item.text)) {
			if (item.kind !== 'text') reportFields(item, value);
			continue;
		}
		unsure(
			item.at,
			'copy-line-unsure',
			`ArchieML reads this line as ${type === 'text' ? reading(value) : type === undefined ? 'nothing' : 'a block'}; write it with plain spaces only, or put a backslash in front`,
		);
		// All following lines may be off by one.
		break;
	}
	if (values.length > found.story.length && faults.length === 0)
		unsure(
			found.copy.at,
			'copy-line-unsure',
			`ArchieML reads one more line after the end of the story, ${reading(values[found.story.length]?.value)}; find these words, and write them with plain spaces only`,
		);
	return faults.length === 0;
}

/** What ArchieML has in place of a line, for a message. */
const reading = (value: unknown): string =>
	typeof value === 'string' ? `the text ${quoted(value)}` : value === undefined ? 'nothing' : 'a block or a list';
