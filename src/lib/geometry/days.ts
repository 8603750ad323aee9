/** Calendar days as numbers, so that time can be measured without time zones. */

const MILLISECONDS_A_DAY = 86_400_000;

/** Days from 1970-01-01 to the start of an ISO day, `YYYY-MM-DD`. NaN for anything else. */
export function dayNumber(iso: string): number {
	return Date.parse(`${iso}T00:00:00Z`) / MILLISECONDS_A_DAY;
}

/** The start of a day of `dayNumber`, in UTC. */
export function dayStart(day: number): Date {
	return new Date(day * MILLISECONDS_A_DAY);
}

/** A period from the start of `from` to the end of `to`, both ISO days and both included. */
export function dayRange(from: string, to: string): readonly [number, number] {
	return [dayNumber(from), dayNumber(to) + 1];
}
