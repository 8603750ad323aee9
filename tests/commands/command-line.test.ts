import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mistakesIn } from '#commands/command-line-mistakes.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** The scripts of package.json that run a command of ours, each with the file that Node runs. */
const commands = Object.entries(scripts).flatMap(([name, line]) => {
	const [, file, options = ''] = /^(?:tsx|node --import tsx) ((?:src|tests)\/\S+\.ts)((?: --\w+)*)$/.exec(line) ?? [];
	return file === undefined || name.startsWith('pre')
		? []
		: [{ name, args: [file, ...options.split(' ').filter(Boolean)] }];
});

/** What each command does with `--help` and with an unknown option, without other programs in the path, so that it installs nothing. */
const lines = commands.flatMap(({ args }) => [
	[...args, '--help'],
	[...args, '--nonsense'],
]);
const script = ['--import', 'tsx', 'tests/commands/command-lines.ts', JSON.stringify(lines)];
const endings = JSON.parse(
	execFileSync(process.execPath, script, { env: { PATH: '/nowhere' }, encoding: 'utf8' }),
) as readonly { status: number | null; stdout: string; stderr: string }[];

test('the commands of package.json are found', () => {
	expect(commands.map(({ name }) => name)).toEqual(
		expect.arrayContaining(['start', 'build', 'seeds', 'seeds:schema', 'browsers', 'bench', 'export', 'export:diff']),
	);
});

describe.each(commands.map((command, index) => ({ ...command, index })))('$name', ({ name, args, index }) => {
	test('--help prints the usage, an unknown option is named, and neither does anything else', () => {
		const [help, unknown] = endings.slice(2 * index);
		if (!help || !unknown) throw new Error('a command line was not run');
		expect(help).toMatchObject({ status: 0, stderr: '' });
		expect(help.stdout).toMatch(/^Usage: npm /);
		expect(help.stdout).toContain('--help');
		// `seeds:schema` and `preview` are other commands with an option.
		if (args.length === 1) expect(help.stdout).toContain(name === 'start' ? 'npm start' : `npm run ${name}`);
		expect(unknown).toMatchObject({ status: 2, stdout: '' });
		expect(unknown.stderr).toContain('--nonsense is not an option: write ');
		expect(unknown.stderr).not.toContain('    at ');
	});
});

test('every mistake of a command line is reported, each with what to write', () => {
	const options = { out: { type: 'string', example: 'export/site' }, zip: { type: 'boolean' } } as const;
	expect(mistakesIn(['--zip=1', '--out', '--zip', '--uot', 'a', 'b'], options, 1)).toEqual([
		'--zip takes no value: write --zip alone.',
		'--out needs a value: write --out export/site.',
		'--uot is not an option: write --out.',
		'“b” is not expected: put its option before it, or leave it out.',
	]);
	expect(mistakesIn(['--out', 'a', 'b'], options, 1)).toEqual([]);
	expect(mistakesIn(['--constructor'], options)).toEqual([
		'--constructor is not an option: write one of --out, --zip.',
	]);
});
