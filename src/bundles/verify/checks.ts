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
	{ title: 'every file is there with its size and checksum, and no other', failures: sums },
	{ title: 'a zip is the one that an export writes, to the byte', failures: packing },
	{ title: 'compressed copies have the content of their files', failures: copies },
	{ title: 'every link leads to a file, every anchor to an element', failures: anchorsAndLinks },
	{ title: 'nothing is loaded from another host, and no other host is named', failures: addresses },
	{
		title: 'every page has its Content Security Policy, with the right hashes of scripts and styles',
		failures: policies,
	},
	{
		title: 'a web archive contains the pages beside it',
		failures: ({ files, manifest }) => archiveFailures(files, manifest.origin),
	},
	{ title: 'no paths or names of the machine that made it', failures: traces },
];

/** A check's failures; a check that throws is itself a failure. */
export async function failuresOf({ failures }: Check, input: BundleInput): Promise<readonly string[]> {
	try {
		return await failures(input);
	} catch (problem) {
		return [`this check failed to run: ${reasonOf(problem)}`];
	}
}
