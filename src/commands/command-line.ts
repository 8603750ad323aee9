/** Reads a command line: options, `--help`, and messages for mistakes. */
import { parseArgs } from 'node:util';
import { nearest } from '#compile/nearest.ts';

export const WRONG_USAGE = 2;

interface Option {
	readonly type: 'string' | 'boolean';
	readonly multiple?: boolean;
	readonly default?: string;
	/** What the value is called in messages. */
	readonly example?: string;
}

export type Options = Readonly<Record<string, Option>>;

/** `write site, chart or wire`, or only the option closest in spelling. */
export function suggestion(value: string, known: readonly string[]): string {
	const likely = nearest(value, known);
	return likely === null ? `write one of ${known.join(', ')}` : `write ${likely}`;
}

/**
 * The mistakes in a command line, a sentence each: unknown options, missing values, values that an option does not accept,
 * too many arguments.
 * @param most maximum number of positional arguments
 */
export function mistakesIn(args: readonly string[], options: Options, most = 0): string[] {
	const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
	const surplus = new Set(tokens.filter(({ kind }) => kind === 'positional').slice(most));
	return tokens.flatMap((token) => {
		if (token.kind === 'positional')
			return surplus.has(token) ? [`“${token.value}” is not expected: put its option before it, or leave it out.`] : [];
		if (token.kind !== 'option') return [];
		const { name, rawName, value } = token;
		const option = Object.hasOwn(options, name) ? options[name] : undefined;
		if (!option) {
			const known = Object.keys(options).map((one) => `--${one}`);
			return [`${rawName} is not an option: ${suggestion(rawName, known)}.`];
		}
		if (option.type === 'string' && (!value || (!token.inlineValue && /^-./.test(value))))
			return [`${rawName} needs a value: write ${rawName} ${option.example ?? '<value>'}.`];
		if (option.type === 'boolean' && value !== undefined) return [`${rawName} takes no value: write ${rawName} alone.`];
		return [];
	});
}

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
