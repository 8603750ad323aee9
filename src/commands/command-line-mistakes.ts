import { nearest } from '#compile/nearest.ts';
import { parseArgs } from 'node:util';

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
