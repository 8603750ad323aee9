/** Reads a command line: options, `--help`, and messages for mistakes. */
import { parseArgs } from 'node:util';
import { mistakesIn, type Options } from './command-line-mistakes.ts';

export const WRONG_USAGE = 2;

/**
 * Reads the command line of this process. `--help` prints the usage and ends the process with 0; a wrong command line
 * prints its mistakes and the first line of the usage, and ends it with 2.
 * @param usage begins with a line `Usage: npm run …`
 * @param arguments_ minimum and maximum number of positional arguments
 */
export function readCommandLine<const Known extends Options>(
	usage: string,
	options: Known,
	[least, most]: readonly [number, number] = [0, 0],
) {
	const args = process.argv.slice(2);
	const known = { ...options, help: { type: 'boolean' } } as const;
	if (args.includes('--help')) {
		console.log(usage);
		process.exit(0);
	}
	const mistakes = mistakesIn(args, known, most);
	if (mistakes.length > 0) exitWith(usage, mistakes);
	const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
	if (positionals.length < least) exitWith(usage, []);
	return { values, positionals: positionals as readonly string[] };
}

/** Prints what is wrong with the command line and exits with status 2. */
export function exitWith(usage: string, mistakes: readonly string[]): never {
	for (const line of [...mistakes, usage.split('\n')[0]]) console.error(line);
	process.exit(WRONG_USAGE);
}
