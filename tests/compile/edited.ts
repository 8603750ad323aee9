import { expect } from 'vitest';
import type { File } from '#compile/seeds/items.ts';
import { sample } from './project.ts';

export const valid = sample('_valid');

/** The valid sample with a text in one file replaced; throws if it is missing. */
export function edited(name: string, from: string | RegExp, to: string): File[] {
	return valid.map(({ file, text }) => {
		if (file !== name) return { file, text };
		const changed = text.replace(from, to);
		expect(changed).not.toBe(text);
		return { file, text: changed };
	});
}
