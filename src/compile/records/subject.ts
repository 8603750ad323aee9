/** Checks `seeds/story.yaml` against the records: the ids that it refers to, and the codes that records use. */
import { rollups } from 'd3';
import { dyadMeanings, sideMeanings } from '#lib/model/subject.ts';
import { fixedPages } from '#compile/copy/fixed-pages.ts';
import { order, quoted, type Spot, type Reporter } from '#compile/diagnostic.ts';
import type { Ids } from '#compile/seeds/ids.ts';
import { nearest } from '#compile/nearest.ts';
import type { Seeds } from '#compile/seeds/parse.ts';
import type { File } from '#compile/seeds/items.ts';
import { story } from '#compile/seeds/edition-schema.ts';
import { readYaml } from '#compile/seeds/yaml.ts';

/** Reports unknown references in the file, and sides that cannot be told apart. */
export function checkSubject({ subject }: Seeds, ids: Ids, report: Reporter): void {
	if (subject === null) return;
	const { record, at } = subject;
	ids.refer(record.hub.actor, ['actor'], at('hub', 'actor'));
	const [a, b] = record.sides;
	if (a.code === b.code)
		report(at('sides', 1, 'code'), 'not-in-story', `both sides have the code ${quoted(b.code)}; write another for one`);
	const former = Object.entries(record.formerly ?? {}).flatMap(([now, olds]) =>
		olds.map((old, i) => ({ now, old, i })),
	);
	for (const [index, { now, old, i }] of former.entries()) {
		const spot = at('formerly', now, i);
		if (fixedPages.includes(old))
			report(spot, 'duplicate-id', `the site still has a page ${old}; remove it here, or remove the page`);
		else if (former.findIndex((one) => one.old === old) < index)
			report(spot, 'duplicate-id', `${old} leads elsewhere already; write it once`);
	}
	if (record.rated === undefined) return;
	ids.refer(record.rated.claim, ['quotation'], at('rated', 'claim'));
	ids.refer(record.rated.event, ['event'], at('rated', 'event'));
	ids.refer(record.rated.by, ['actor'], at('rated', 'by'));
	ids.refer(record.rated.source, ['source'], at('rated', 'source'));
}

/**
 * Reports each side, dyad and mode of a record that the file does not define. If the file defines one that no record
 * uses, the probable misspelling is reported once, in the file. Returns whether sides and dyads can be compared.
 */
export function checkCodes({ subject, lists }: Seeds, report: Reporter): boolean {
	if (subject === null) return false;
	const { record: about, at: inFile } = subject;
	const used = {
		side: lists['actors.yaml'].map(({ record, at }) => ({ value: record.side, spot: at('side') })),
		dyad: lists['events.yaml'].map(({ record, at }) => ({ value: record.dyad, spot: at('dyad') })),
		mode: lists['contacts.yaml'].map(({ record, at }) => ({ value: record.mode, spot: at('mode') })),
	};
	const known = {
		side: Object.keys(sideMeanings(about)),
		dyad: Object.keys(dyadMeanings(about)),
		mode: about.modes,
	};
	const unknown = (what: keyof typeof used) => used[what].filter(({ value }) => !known[what].includes(value));
	/** The code that records use instead of an unused one in the file. */
	const meantBy = (what: keyof typeof used, code: string): string | undefined =>
		used[what].some(({ value }) => value === code) ? undefined : mostOften(unknown(what));
	const renamed = (what: keyof typeof used, codes: readonly string[], spotOf: (i: number) => Spot): string[] => {
		const meant = codes.flatMap((code, i) => {
			const have = meantBy(what, code);
			if (have === undefined) return [];
			const message = `no record has the ${what} ${quoted(code)}, and some have ${quoted(have)}; write ${have} here, or ${code} there`;
			report(spotOf(i), 'not-in-story', message);
			return [have];
		});
		return meant;
	};
	const codes = about.sides.map(({ code }) => code);
	const sides = renamed('side', codes, (i) => inFile('sides', i, 'code'));
	const modes = renamed('mode', about.modes, (i) => inFile('modes', i));
	for (const what of ['side', 'dyad', 'mode'] as const) {
		for (const { value, spot } of unknown(what)) {
			if (what === 'mode' ? modes.includes(value) : value.split('-').some((part) => sides.includes(part))) continue;
			const meant = nearest(value, known[what]);
			const instead = meant === null ? `write one of: ${known[what].join(', ')}` : `write ${meant}`;
			report(spot, 'not-in-story', `seeds/story.yaml has no ${what} ${quoted(value)}; ${instead}`);
		}
	}
	return unknown('side').length + unknown('dyad').length === 0;
}

/** The value that most records have, if at least two do. */
function mostOften(all: readonly { readonly value: string }[]): string | undefined {
	const [first] = rollups(
		all,
		(each) => each.length,
		({ value }) => value,
	)
		.filter(([, n]) => n > 1)
		.sort(([a, m], [b, n]) => n - m || order(a, b));
	return first?.[0];
}

/** The name of the embeds' element without a full compilation; a default if the file has none, which compiling reports. */
export function elementIn(input: readonly File[]): string {
	const found = input.find(({ file }) => file === 'seeds/story.yaml');
	const yaml = found && readYaml(found.file, found.text, () => undefined);
	const read = story.safeParse(yaml?.value);
	return read.success ? read.data.names.element : 'story-chart';
}
