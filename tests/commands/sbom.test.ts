import { readFileSync } from 'node:fs';
import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { sbomOf, reproducible, SHIPPED } from '#commands/sbom.ts';
import { holds } from '#tests/quality/holds.ts';

interface Locked {
	readonly version?: string;
	readonly resolved?: string;
	readonly integrity?: string;
	readonly license?: string;
	readonly hasInstallScript?: boolean;
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string> | undefined>;
const packages = Object.entries(lock.packages).filter(([place]) => place !== '');
const nameOf = (place: string): string => place.split('node_modules/').at(-1) ?? '';

/** Licences under which a package may build and test this project. What ships is held to a shorter list below. */
const ALLOWED = [
	...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'MPL-2.0'],
	...['OFL-1.1', 'Python-2.0', 'Unlicense', '(MIT AND Zlib)', '(MIT OR CC0-1.0)', '(MIT OR GPL-3.0-or-later)'],
	// Of what a test runs, unchanged.
	...['LGPL-2.1+', 'GPL-2.0-or-later', '(MPL-2.0 OR Apache-2.0)', 'PSF-2.0'],
];
/** Packages whose licence is only in their files, or a list; reviewed by hand. */
const READ: Readonly<Record<string, string>> = { archieml: 'Apache-2.0', 'png-js': 'MIT', tv4: 'MIT' };

/** The faults of a package in the lock file. */
function faultsOf([place, { version, resolved, integrity, license }]: (typeof packages)[number]): string[] {
	const name = nameOf(place);
	const host = resolved === undefined ? null : new URL(resolved).host;
	return [
		...(version ? [] : [`${name} has no version`]),
		...(integrity?.startsWith('sha512-') ? [] : [`${name} has no hash`]),
		...(host === null || host === 'registry.npmjs.org' ? [] : [`${name} comes from ${host}`]),
		...(ALLOWED.includes(READ[name] ?? license ?? '') ? [] : [`${name} has the licence ${license}`]),
	];
}

test('every package of the lock file has a hash, no address but the public registry’s, and a licence that we may use', ({
	task,
}) => {
	expect(packages.length).toBeGreaterThan(300);
	expect(packages.flatMap(faultsOf)).toEqual([]);
	const bad: Locked = { version: '1.0.0', resolved: 'https://example.org/a.tgz', license: 'SSPL-1.0' };
	expect(faultsOf(['node_modules/a', bad])).toEqual([
		'a has no hash',
		'a comes from example.org',
		'a has the licence SSPL-1.0',
	]);
	holds(task, 'security/lock-and-licences', `${packages.length} packages`);
});

test('every version is exact, and none is installed outside the lock file', () => {
	const exact = /^(?:npm:[^@]+@)?(\d+\.\d+\.\d+(?:-[\w.]+)?)$/;
	for (const [name, version] of Object.entries({ ...manifest['dependencies'], ...manifest['devDependencies'] })) {
		expect(version, name).toMatch(exact);
		expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(exact.exec(version)?.[1]);
	}
	const overrides = (manifest['overrides'] ?? {}) as Record<string, string | Record<string, string>>;
	for (const [name, pinned] of Object.entries(overrides))
		for (const version of typeof pinned === 'string' ? [pinned] : Object.values(pinned))
			expect(version, name).toMatch(exact);
	expect(readFileSync('.npmrc', 'utf8')).toContain('save-exact=true');
});

test('only one package runs a script when it is installed, and builds work without that', () => {
	expect(packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([place]) => nameOf(place))).toEqual([
		'esbuild',
	]);
});

test('only packages marked as required reach readers, under licences that allow it', async () => {
	const entries = ['behaviours/main', 'gallery/main'];
	const embeds = ['first', 'tell', 'scripts/behaviours', 'scripts/network', 'chart-element'];
	const bundled = new Set<string>();
	for (const entry of [...entries, ...embeds.map((name) => `embed/${name}`)]) {
		const result = await build({
			configFile: false,
			logLevel: 'error',
			publicDir: false,
			build: { write: false, rolldownOptions: { input: `src/lib/${entry}.ts` } },
		});
		const chunks = (result as Rolldown.RolldownOutput).output;
		for (const module of chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []))) {
			const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1];
			if (name) bundled.add(name);
		}
	}
	const fonts = SHIPPED.filter((name) => name.startsWith('@fontsource'));
	const fontSource = readFileSync('src/build/fonts.ts', 'utf8');
	const imported = [...fontSource.matchAll(/'(@fontsource-variable\/[^/]+)\//g)].map(([, name]) => name);
	expect([...new Set(imported)].sort()).toEqual(fonts);
	expect([...bundled, ...fonts].sort()).toEqual([...SHIPPED].sort());
	const licences = SHIPPED.map((name) => lock.packages[`node_modules/${name}`]?.license);
	expect(licences.filter((licence) => licence !== 'MIT' && licence !== 'OFL-1.1')).toEqual([]);
});

test('the bill of materials has every package of the lock file with its hash, and is the same in every run', ({
	task,
}) => {
	const sbom = sbomOf('.');
	const expected = new Set(packages.map(([place, { version }]) => `${nameOf(place)}@${version}`));
	const npmSbom = new Set(sbom.components.map(({ name, version }) => `${name}@${version}`));
	expect([...npmSbom].filter((one) => !expected.has(one))).toEqual([]);
	expect(npmSbom.size).toBeGreaterThan(300);
	expect(sbom.components.filter(({ hashes }) => !hashes?.some(({ alg }) => alg === 'SHA-512'))).toEqual([]);
	expect(sbom.components.filter(({ scope }) => scope === 'required').map(({ name }) => name)).toEqual([...SHIPPED]);
	expect(sbom.metadata.component).toMatchObject({ name: 'ambassador' });

	const project = { name: 'ambassador', version: '0.1.0' };
	const run = (folder: string, time: string, serial: string) => ({
		bomFormat: 'CycloneDX' as const,
		serialNumber: serial,
		metadata: { timestamp: time, tools: [], component: { name: folder, version: '0.1.0' } },
		components: [{ name: 'scrollama', version: '3.2.0', scope: 'optional' }],
	});
	expect(reproducible(run('a', '2020', 'urn:uuid:1'), project)).toEqual(
		reproducible(run('b', '2021', 'urn:uuid:2'), project),
	);
	holds(task, 'security/bill-of-materials', `${npmSbom.size} packages`);
});
