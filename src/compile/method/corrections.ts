/** The public log of corrections, as the pages and the feed show it. */
import { createHash } from 'node:crypto';
import { order } from '#compile/diagnostic.ts';
import type { Correction } from '#lib/model/method.ts';

/** Newest first, and each with a name that no other entry of any feed has. */
export function correctionLog(log: readonly Omit<Correction, 'urn'>[]): Correction[] {
	return log
		.map((entry) => ({ ...entry, urn: urnOf(`correction ${entry.id}`) }))
		.sort((a, b) => order(b.date, a.date) || order(a.id, b.id));
}

/** A UUID of version 8 (RFC 9562, made by its owner) out of a name: the same for the same name. */
export function urnOf(name: string): string {
	const hash = createHash('sha256').update(name).digest('hex');
	const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
	return `urn:uuid:${[...parts, hash.slice(20, 32)].join('-')}`;
}
