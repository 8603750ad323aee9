/** The public log of corrections, for the pages and the feed. */
import { createHash } from 'node:crypto';
import { order } from '#compile/diagnostic.ts';
import type { Correction } from '#lib/model/method.ts';
import { uuidOf } from '#lib/model/uuid.ts';

/** Newest first, each with a globally unique id. */
export function correctionLog(log: readonly Omit<Correction, 'urn'>[]): Correction[] {
	return log
		.map((entry) => ({ ...entry, urn: urnOf(`correction ${entry.id}`) }))
		.sort((a, b) => order(b.date, a.date) || order(a.id, b.id));
}

/** A UUID of version 8 (RFC 9562) derived from a name: the same name gives the same id. */
export function urnOf(name: string): string {
	return `urn:uuid:${uuidOf(createHash('sha256').update(name).digest('hex'), 8)}`;
}
