/** What stands round the stems in one frame: panels, their years, ticks and means, and the strip at one scale. */
import { scaleLinear } from 'd3';
import { signed } from '#lib/charts/words.ts';
import { dayNumber, dayRange } from '#lib/geometry/days.ts';
import { textWidth } from '#lib/geometry/text-width.ts';
import type { Era, Id } from '#lib/model/records.ts';
import { narrowPercent, spell, years, type Panel } from './panels.ts';
import { ticks } from './ticks.ts';

/** Percent of the width throughout. */
export interface Scene {
	readonly panels: readonly {
		readonly id: Id;
		readonly x: number;
		readonly width: number;
		readonly years: string;
		/** How long that is. */
		readonly spell: string;
		/** Of acts between the two states; null without any. `thin`: fewer than three. */
		readonly mean: { readonly score: number; readonly thin: boolean } | null;
		/** The mean in figures, and on how many acts it rests; one line of words where the panel has the whole width. */
		readonly lines: readonly string[];
	}[];
	readonly ticks: readonly { readonly x: number; readonly major: boolean }[];
	/** Names of ticks; empty where panels stand abreast and are headed by their years instead. */
	readonly names: readonly { readonly x: number; readonly text: string }[];
	/** From an edge of a panel to the same day on the strip. */
	readonly hairlines: readonly { readonly x1: number; readonly x2: number }[];
}

/** The whole time at one scale. */
export interface Strip {
	/** The first year and the last. */
	readonly from: string;
	readonly to: string;
	/** Each era's share, in percent of the width. */
	readonly parts: readonly { readonly id: Id; readonly x: number; readonly width: number }[];
}

/** Lays all eras on one linear strip. Expects them in the order of time. */
export function strip(eras: readonly Era[]): Strip {
	const [first, last] = [eras[0], eras.at(-1)];
	if (!first || !last) return { from: '', to: '', parts: [] };
	const place = scaleLinear().domain(dayRange(first.from, last.to)).range([0, 100]);
	const parts = eras.map((era) => {
		const [from, to] = dayRange(era.from, era.to);
		return { id: era.id, x: place(from), width: place(to) - place(from) };
	});
	return { from: first.from.slice(0, 4), to: last.to.slice(0, 4), parts };
}

/** The surroundings of a frame that shows these panels. */
export function scene(panels: readonly Panel[], { parts }: Strip): Scene {
	const abreast = panels.length > 1;
	const marks = panels.flatMap((panel) =>
		ticks(...dayRange(panel.era.from, panel.era.to))
			.filter((tick) => !abreast || tick.day === dayNumber(panel.era.from) || isYear(tick.day))
			.map((tick) => ({ tick, at: panel.at })),
	);
	return {
		panels: panels.map(({ era, x, width }, index) => ({
			...{ id: era.id, x, width, years: years(era), spell: spell(era), lines: meanLines(era, abreast, index === 0) },
			mean: era.between.mean === null ? null : { score: era.between.mean, thin: era.between.n < 3 },
		})),
		ticks: marks.map(({ tick, at }) => ({ x: at(tick.day), major: tick.major && !abreast })),
		names: abreast
			? []
			: marks.flatMap(({ tick: { label }, at }) =>
					label ? { x: Math.max(edge(label.text), at(label.day)), text: label.text } : [],
				),
		hairlines: panels.flatMap(({ era, x, width }) => {
			const part = parts.find(({ id }) => id === era.id);
			return part
				? [
						{ x1: x, x2: part.x },
						{ x1: x + width, x2: part.x + part.width },
					]
				: [];
		}),
	};
}

/** The least place for a text's middle, so that the narrowest plot does not clip it. */
function edge(text: string): number {
	return narrowPercent(textWidth(text) / 2);
}

function isYear(day: number): boolean {
	return new Date(day * 86_400_000).getUTCMonth() === 0;
}

function meanLines({ between: { mean, n } }: Era, abreast: boolean, first: boolean): string[] {
	const few = n > 0 && n < 3 ? 'only ' : '';
	if (abreast)
		return [
			mean === null ? 'no mean' : `${first ? 'mean ' : ''}${signed(mean)}`,
			`of ${few}${n}${first ? ' acts' : ''}`,
		];
	if (mean === null) return ['no act between the two states'];
	return [`mean of ${few}${n} ${n === 1 ? 'act' : 'acts'} between the two states: ${signed(mean)}`];
}
