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
	/** What to do if there is one. */
	readonly remedy: string;
}

export const checks: readonly Check[] = [
	{
		title: 'every file is there with its size and checksum, and no other',
		failures: sums,
		remedy: 'Copy the export again without changing a file. To change one, change the site and export again.',
	},
	{
		title: 'a zip is the one that an export writes, to the byte',
		failures: packing,
		remedy: 'Export again with --zip, and do not pack or rename the folder by other means.',
	},
	{
		title: 'compressed copies have the content of their files',
		failures: copies,
		remedy: 'Export again. Do not let another program compress the files.',
	},
	{
		title: 'every link leads to a file, every anchor to an element',
		failures: anchorsAndLinks,
		remedy:
			'Correct the link where the site writes it, build and export again. If only the host lacks the file, upload it.',
	},
	{
		title: 'nothing is loaded from another host, and no other host is named',
		failures: addresses,
		remedy:
			'Write the URL relative, or remove it. A publisher’s own URL belongs into seeds/newsroom.yaml, the site’s into --origin.',
	},
	{
		title: 'every page has its Content Security Policy, with the right hashes of scripts and styles',
		failures: policies,
		remedy: 'Remove what was added to the page, or switch off what adds it at the host (src/hosts/HOSTING.md).',
	},
	{
		title: 'a web archive contains the pages beside it',
		failures: ({ files, manifest }) => archiveFailures(files, manifest.origin),
		remedy: 'Export again with --target archive, and keep the archive and the pages of one export together.',
	},
	{
		title: 'no paths or names of the machine that made it',
		failures: traces,
		remedy: 'Remove the path or name from the seeds, the copy or the code that writes it, and export again.',
	},
];

/** A check's failures; a check that throws is itself a failure. */
export async function failuresOf({ failures }: Check, input: BundleInput): Promise<readonly string[]> {
	try {
		return await failures(input);
	} catch (problem) {
		return [`this check failed to run: ${reasonOf(problem)}`];
	}
}
