import { checks, failuresOf } from '#bundles/verify/checks.ts';
import type { BundleInput } from '#bundles/verify/input.ts';

/** The failures of all checks of an export. */
export async function allFailures(readBundle: BundleInput): Promise<readonly string[]> {
	const found: string[] = [];
	for (const check of checks) found.push(...(await failuresOf(check, readBundle)));
	return found;
}
