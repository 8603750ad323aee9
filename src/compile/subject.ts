/** `seeds/story.yaml` against the records: whom it names, and the codes that it gives them. */
import { dyadMeanings, sideMeanings } from '#lib/model/subject.ts';
import { fixedPages } from './copy/pages.ts';
import { quoted, type Spot, type Tell } from './diagnostic.ts';
import type { Ids } from './ids.ts';
import { nearest } from './nearest.ts';
import type { File, Seeds } from './parse.ts';
import { story } from './schema.ts';
import { readYaml } from './yaml.ts';

/** Tells what the file refers to and is not there, and sides that cannot be told apart. */
export function checkSubject({ subject }: Seeds, ids: Ids, tell: Tell): void {
	if (subject === null) return;
	const { record, at } = subject;
	ids.refer(record.hub.actor, ['actor'], at('hub', 'actor'));
	const [a, b] = record.sides;
	if (a.code === b.code)
		tell(at('sides', 1, 'code'), 'not-in-story', `both sides have the code ${quoted(b.code)}; write another for one`);
	const former = Object.entries(record.formerly ?? {}).flatMap(([now, olds]) =>
		olds.map((old, i) => ({ now, old, i })),
	);
	for (const [index, { now, old, i }] of former.entries()) {
		const spot = at('formerly', now, i);
		if (fixedPages.includes(old))
			tell(spot, 'duplicate-id', `the site has a page ${old}; take it out here, or take the page out of its routes`);
		else if (former.findIndex((one) => one.old === old) < index)
			tell(spot, 'duplicate-id', `${old} leads elsewhere already; write it once`);
	}
	if (record.rated === undefined) return;
	ids.refer(record.rated.claim, ['quotation'], at('rated', 'claim'));
	ids.refer(record.rated.event, ['event'], at('rated', 'event'));
	ids.refer(record.rated.by, ['actor'], at('rated', 'by'));
	ids.refer(record.rated.source, ['source'], at('rated', 'source'));
}

/** Tells each side, dyad and mode of a record that the file does not have. */
export function checkCodes({ subject, lists }: Seeds, tell: Tell): void {
	if (subject === null) return;
	const held = (value: string, known: readonly string[], what: string, spot: Spot): void => {
		if (known.includes(value)) return;
		const meant = nearest(value, known);
		const instead = meant === null ? `write one of: ${known.join(', ')}` : `write ${meant}`;
		tell(spot, 'not-in-story', `seeds/story.yaml has no ${what} ${quoted(value)}; ${instead}`);
	};
	const [sides, dyads] = [sideMeanings(subject.record), dyadMeanings(subject.record)].map(Object.keys);
	for (const { record, at } of lists['actors.yaml']) held(record.side, sides ?? [], 'side', at('side'));
	for (const { record, at } of lists['events.yaml']) held(record.dyad, dyads ?? [], 'dyad', at('dyad'));
	for (const { record, at } of lists['contacts.yaml']) held(record.mode, subject.record.modes, 'mode', at('mode'));
}

/** The name of the embeds' element, without compiling all else; a plain one where the file has none, which compiling tells. */
export function elementIn(input: readonly File[]): string {
	const found = input.find(({ file }) => file === 'seeds/story.yaml');
	const yaml = found && readYaml(found.file, found.text, () => undefined);
	const read = story.safeParse(yaml?.value);
	return read.success ? read.data.names.element : 'story-chart';
}
