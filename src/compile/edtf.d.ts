/** The library has no types of its own; this declares what `dates.ts` uses. Bounds are in milliseconds of UTC. */
declare module 'edtf' {
	interface Mask {
		readonly value: number;
	}
	interface ExtDate {
		readonly type: 'Date';
		readonly edtf: string;
		readonly min: number;
		readonly max: number;
		/** 1 for a year, 2 for a month, 3 for a day, 0 for anything finer. */
		readonly precision: 0 | 1 | 2 | 3;
		readonly uncertain: Mask;
		readonly approximate: Mask;
		readonly unspecified: Mask;
	}
	interface ExtInterval {
		readonly type: 'Interval';
		readonly edtf: string;
		/** Null: unknown. Infinity: open. */
		readonly lower: ExtDate | ExtOther | number | null;
		readonly upper: ExtDate | ExtOther | number | null;
	}
	interface ExtList {
		readonly type: 'Set' | 'List';
		readonly edtf: string;
		readonly values: readonly (ExtDate | readonly [ExtDate, ExtDate])[];
		readonly earlier: boolean;
		readonly later: boolean;
	}
	interface ExtOther {
		readonly type: 'Season' | 'Year' | 'Decade' | 'Century';
		readonly edtf: string;
	}
	/** Throws where the text is not EDTF. */
	export default function edtf(text: string): ExtDate | ExtInterval | ExtList | ExtOther;
}
