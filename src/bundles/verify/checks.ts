/** All checks of an export that need no browser; each returns a list of failures that name the file. */
import type { BundleInput } from './input.ts';
import { anchorsAndLinks } from './links.ts';
import { addresses, traces } from './addresses.ts';
import { policies } from './policy.ts';
import { copies, packing, sums } from './sums.ts';
import { archiveFailures } from '#bundles/targets/archive.ts';
import { reasonOf } from '#bundles/bundle.ts';

export interface Check {
	/** What is true if there is no failure. */
	readonly title: string;
	/** A sentence for each failure, the file first; empty if there is none. */
	readonly failures: (input: BundleInput) => readonly string[] | Promise<readonly string[]>;
}

export const checks: readonly Check[] = [
	{ title: 'every file is there, none is strange, and each has its size and sum', failures: sums },
	{ title: 'a zip is packed as an export packs it, to the byte', failures: packing },
	{ title: 'compressed copies hold what the files hold', failures: copies },
	{ title: 'every link ends at a file, every anchor at an element', failures: anchorsAndLinks },
	{ title: 'nothing is loaded from, and nothing names, another host', failures: addresses },
	{ title: 'every page has its policy, and the hashes of scripts and styles are right', failures: policies },
	{
		title: 'a web archive holds the pages beside it',
		failures: ({ files, manifest }) => archiveFailures(files, manifest.origin),
	},
	{ title: 'nothing tells of the machine that made it', failures: traces },
];

/** A check's failures; a check that throws is itself a failure. */
export async function failuresOf({ failures }: Check, input: BundleInput): Promise<readonly string[]> {
	try {
		return await failures(input);
	} catch (problem) {
		return [`cannot be told: ${reasonOf(problem)}`];
	}
}
