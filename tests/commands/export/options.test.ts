import { expect, test } from 'vitest';
import { help, parseArguments } from '#commands/export/options.ts';
import { targets } from '#bundles/targets/targets.ts';

const mistakes = (...words: string[]): readonly string[] => {
	const reading = parseArguments(words);
	return reading.kind === 'mistakes' ? reading.mistakes : [];
};

test('a target is enough; the rest is every chart, a folder of its name, no address and no zip', () => {
	const reading = parseArguments(['--target', 'site']);
	expect(reading).toMatchObject({
		kind: 'options',
		options: { name: 'site', out: 'export/site', origin: null, contact: null, zip: false, dryRun: false },
	});
	expect(reading.kind === 'options' && reading.options.charts).toHaveLength(4);
});

test('an origin is kept with a slash at its end', () => {
	expect(parseArguments(['--target=site', '--origin', 'https://example.org/a'])).toMatchObject({
		options: { origin: 'https://example.org/a/' },
	});
});

test('a folder may be written with a slash at its end, and is meant without', () => {
	for (const [written, out] of [
		['a/b/', 'a/b'],
		['/', '/'],
		['a//', 'a'],
	] as const)
		expect(parseArguments(['--target', 'site', '--out', written])).toMatchObject({ options: { out } });
});

test('all mistakes are reported at once, each with what to write instead', () => {
	expect(
		mistakes('--target', 'sites', '--chart', 'relation', '--orign', 'x', '--zip=1', '--origin', 'example', '--out'),
	).toEqual([
		'--orign is not an option: write --origin.',
		'“x” is not expected: put its option before it, or leave it out.',
		'--zip takes no value: write --zip alone.',
		'--out needs a value: write --out export/site.',
		'--target sites does not exist: write site.',
		'--chart relation does not exist: write relations.',
		'--origin example is not a URL: write the whole one, such as https://example.org/story/.',
	]);
	expect(mistakes()).toEqual([`No --target: write --target ${Object.keys(targets).join('|')}.`]);
	expect(mistakes('--target', 'site', '--chart', 'ties').join()).toContain('leave it out');
	expect(mistakes('--target', 'constructor').join()).toContain('constructor does not exist');
	expect(mistakes('--target', 'site', '--origin', 'https://u:p@example.org/?q#h').join()).toContain('is not a URL');
	expect(mistakes('--target', 'site', '--contact', 'desk').join()).toContain('write mailto:');
});

test('an origin must use HTTPS, except on the local machine, and its path must work in every server’s configuration', () => {
	for (const plain of [
		'https://example.org',
		'https://example.org/a.b/~c_d-e/',
		'http://localhost:8080/a',
		'http://127.0.0.1/',
	])
		expect(parseArguments(['--target', 'site', '--origin', plain])).toMatchObject({
			options: { origin: plain.replace(/\/?$/, '/') },
		});
	expect(mistakes('--target', 'site', '--origin', 'http://example.org/a').join()).toContain(
		'write https://example.org/a.',
	);
	for (const odd of ['größe', 'a;b', 'a b', 'a%20b', "a'b", '"', 'a//b', '.hidden', '(a)', '$x', '{y}', 'a+b'])
		expect(mistakes('--target', 'site', '--origin', `https://example.org/${odd}/`).join(), odd).toContain(
			'write folders of',
		);
});

test('help names every target and every option', () => {
	expect(parseArguments(['--target', 'nonsense', '--help']).kind).toBe('help');
	for (const name of [...Object.keys(targets), '--chart', '--out', '--origin', '--contact', '--zip', '--dry-run'])
		expect(help()).toContain(name);
});
