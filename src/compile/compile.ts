/** Compiles seeds and copy into one story: text in, data out. Uses no file system, clock or locale, and never throws. */
import { signed } from '#lib/model/numbers.ts';
import type { Era, Id } from '#lib/model/records.ts';
import type { Diagnostic, Story } from '#lib/model/story.ts';
import { reportUnprinted } from './characters.ts';
import { needsRecords } from './copy/codes.ts';
import { parseCopy, parseLine } from './copy/read.ts';
import { dataOf } from './copy/proof/data.ts';
import type { FigureValue } from './copy/inline.ts';
import { printable, sortDiagnostics, type Reporter } from './diagnostic.ts';
import { emit } from './emit.ts';
import { withMeans } from './records/eras.ts';
import { batteryOf, methodOf } from './method/method.ts';
import { shareOf, type Direction } from './method/battery.ts';
import { parse } from './seeds/parse.ts';
import type { File } from './seeds/items.ts';
import { checkReleased } from './seeds/released.ts';
import { resolve, type Resolved } from './resolve.ts';

/**
 * Compiles files addressed by paths such as `seeds/events.yaml` and `src/copy/en.aml`, in any order. With any diagnostic
 * there is no story; all diagnostics come at once, sorted by file, line and column.
 */
export function compile(input: readonly File[]): { story: Story | null; diagnostics: Diagnostic[] } {
	const diagnostics: Diagnostic[] = [];
	const report: Reporter = (spot, code, message) => diagnostics.push({ ...spot, code, message: printable(message) });
	const seeds = parse(input, report);
	reportUnprinted(input, report);
	const resolved = resolve(seeds, report);
	const battery = batteryOf(resolved, seeds);
	const isSound = diagnostics.length === 0;
	const known = {
		...knownToCopy(resolved),
		// Faulty seeds must not make a claim look weak.
		share: (direction: Direction) => (isSound ? shareOf(direction, battery) : null),
		isSound,
		leads: Object.keys(seeds.subject?.record.formerly ?? {}).flatMap((page) => {
			const at = seeds.subject?.keyAt('formerly', page);
			return at ? [{ page, at }] : [];
		}),
	};
	// References from the copy cannot be checked while whole records are unread.
	const isComplete = seeds.broken.length === 0;
	const read = seeds.copy && parseCopy(seeds.copy, known);
	diagnostics.push(...(read?.diagnostics ?? []).filter(({ code }) => isComplete || !needsRecords(code)));
	const copy = read?.copy ?? null;
	const { newsroom, subject } = seeds;
	const kicker = isComplete && subject ? parseLine(subject.record.kicker, subject.at('kicker'), known) : null;
	diagnostics.push(...(kicker?.diagnostics ?? []));
	if (diagnostics.length > 0 || !copy || !newsroom || !subject || !kicker) {
		return { story: null, diagnostics: sortDiagnostics(diagnostics) };
	}
	const former = Object.entries(subject.record.formerly ?? {});
	const about = {
		...{ ...subject.record, kicker: kicker.text, rated: subject.record.rated ?? null },
		formerly: Object.fromEntries(former.flatMap(([now, olds]) => olds.map((old) => [old, now] as const))),
	};
	const story = emit(resolved, about, copy, methodOf(resolved, seeds, battery, copy.claims), newsroom);
	if (seeds.released !== null)
		checkReleased(story, seeds.released, { copy: read?.spots ?? new Map(), subject }, report);
	return diagnostics.length > 0
		? { story: null, diagnostics: sortDiagnostics(diagnostics) }
		: { story, diagnostics: [] };
}

function knownToCopy(resolved: Resolved) {
	const { figures, eras, events } = resolved;
	return {
		figures: new Map<Id, FigureValue>([
			...figures.map(({ id, value, unit }): [Id, FigureValue] => [id, { value, isYear: unit === 'year' }]),
			...means(withMeans(eras, events)),
		]),
		data: dataOf({ ...resolved, eras: eras.map(({ record }) => record) }),
	};
}

/** The mean of each era, as in the chart and without disputed events: `mean-2016`, `mean-2016-undisputed`. */
export function means(eras: readonly Era[]): [Id, FigureValue][] {
	return eras.flatMap(({ id, between, undisputed }) =>
		[
			{ id: `mean-${id}`, mean: between.mean },
			{ id: `mean-${id}-undisputed`, mean: undisputed.mean },
		].flatMap(({ id: name, mean }): [Id, FigureValue][] =>
			mean === null ? [] : [[name, { value: mean, isYear: false, printed: signed(mean) }]],
		),
	);
}
