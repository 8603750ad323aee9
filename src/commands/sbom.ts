/**
 * `npm run sbom`: the software bill of materials of this project, as CycloneDX JSON on the standard output. npm lists the
 * packages; what differs between runs and folders is removed, so that the same lock file always gives the same bill.
 * `scope` separates what reaches a reader (`required`) from what only builds and tests (`excluded`).
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readCommandLine } from './command-line.ts';
import { uuidOf } from '#lib/model/uuid.ts';

/** Packages of which a part is in the built site; `tests/commands/sbom.test.ts` compares them with the bundles. */
export const SHIPPED: readonly string[] = [
	'@fontsource-variable/source-sans-3',
	'@fontsource-variable/source-serif-4',
	'scrollama',
];

export interface Component {
	readonly name: string;
	readonly version: string;
	readonly scope: 'required' | 'excluded';
	readonly licenses?: readonly {
		readonly license?: { readonly id?: string; readonly name?: string };
		readonly expression?: string;
	}[];
	readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}

export interface Sbom {
	readonly bomFormat: 'CycloneDX';
	readonly serialNumber: string;
	readonly metadata: { readonly component: { readonly name: string; readonly version: string } };
	readonly components: readonly Component[];
}

interface NpmSbom extends Omit<Sbom, 'components'> {
	readonly components: readonly (Omit<Component, 'scope'> & { readonly scope?: string })[];
}

/** The output of npm, made the same for every run. `project` is the name and version in `package.json`. */
export function reproducible(npmSbom: NpmSbom, project: { readonly name: string; readonly version: string }): Sbom {
	const { metadata, components } = npmSbom;
	const sbom = {
		...npmSbom,
		metadata: { component: { ...metadata.component, name: project.name, version: project.version } },
		components: components.map((component) => ({
			...component,
			scope: SHIPPED.includes(component.name) ? ('required' as const) : ('excluded' as const),
		})),
	};
	const hash = createHash('sha256')
		.update(JSON.stringify({ ...sbom, serialNumber: '' }))
		.digest('hex');
	// A name-based identifier (RFC 9562, version 8) instead of a random one.
	return { ...sbom, serialNumber: `urn:uuid:${uuidOf(hash, 8)}` };
}

/** The bill of materials of the project in this folder, from its lock file. Throws if npm or the lock file is missing. */
export function sbomOf(folder: string): Sbom {
	const read = (file: string): unknown => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
	const npmSbom = execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format=cyclonedx'], {
		cwd: folder,
		encoding: 'utf8',
		maxBuffer: 2 ** 26,
	});
	return reproducible(JSON.parse(npmSbom) as NpmSbom, read('package.json') as { name: string; version: string });
}

const USAGE = `Usage: npm run sbom

Prints the software bill of materials as CycloneDX JSON, from package-lock.json. Its scope tells what reaches readers
(required) from what only builds and tests (excluded).

  --help  shows this help`;

if (process.argv[1]?.endsWith('sbom.ts')) {
	readCommandLine(USAGE, {});
	console.log(JSON.stringify(sbomOf('.'), null, '\t'));
}
