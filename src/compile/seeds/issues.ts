/** Turns schema errors into diagnostics that say what to write instead. */
import { z } from 'zod';
import { quoted, type Reporter } from '#compile/diagnostic.ts';
import { nearest } from '#compile/nearest.ts';
import type { Path, Yaml } from './yaml.ts';

type Issue = z.core.$ZodIssue;

/** The value of `shape` at `path` of a file; null if it is invalid, with every fault reported. */
export function check<T>(shape: z.ZodType<T>, value: unknown, yaml: Yaml, path: Path, report: Reporter): T | null {
	const result = shape.safeParse(value);
	if (result.success) return result.data;
	for (const issue of result.error.issues) reportIssue(issue, { shape, value, yaml, path }, report);
	return null;
}

interface Context {
	readonly shape: z.ZodType;
	readonly value: unknown;
	readonly yaml: Yaml;
	readonly path: Path;
}

function reportIssue(issue: Issue, { shape, value, yaml, path }: Context, report: Reporter): void {
	const steps = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
	const full = [...path, ...steps];
	const found = steps.reduce<unknown>(stepInto, value);
	const name = nameOf(steps);
	if (issue.code === 'unrecognized_keys') {
		const known = keysOf(steps.reduce<unknown>(shapeAt, shape));
		for (const key of issue.keys) {
			const meant = nearest(key, known);
			const instead = meant === null ? `write one of: ${known.join(', ')}` : `write ${meant}`;
			report(yaml.keyAt([...full, key]), 'schema-shape', `the key ${quoted(key)} is not known here; ${instead}`);
		}
	} else if (issue.code === 'invalid_key') {
		const hint = issue.issues[0]?.message ?? 'write an id';
		report(
			yaml.keyAt(full),
			'schema-shape',
			`the key ${quoted(steps[steps.length - 1]?.toString() ?? '')} is not an id; ${hint}`,
		);
	} else if (issue.code === 'too_big' && issue.origin === 'string' && typeof found === 'string') {
		const most = `write at most ${String(issue.maximum)}`;
		report(yaml.at(full), 'label-too-long', `${quoted(found)} has ${String(found.length)} characters; ${most}`);
	} else {
		const what = found === undefined ? `${name} is missing` : `${name} is ${shown(found)}`;
		report(yaml.at(full), 'schema-shape', `${what}; ${advice(issue, found, name)}`);
	}
}

/** The advice, as the rest of a sentence. */
function advice(issue: Issue, found: unknown, name: string): string {
	switch (issue.code) {
		case 'invalid_value':
			return `write one of: ${issue.values.map(String).join(', ')}`;
		case 'invalid_format':
			return issue.format === 'date' ? 'write a day as YYYY-MM-DD' : (asSlug(issue, found) ?? issue.message);
		case 'too_small':
			return issue.origin === 'array' ? `write at least ${String(issue.minimum)}` : 'write some text or remove the key';
		case 'invalid_type':
			if (found === undefined) return missing(name, expectations[issue.expected] ?? 'a value');
			if (issue.expected === 'string' && typeof found === 'number') return 'put it in quotation marks';
			return `write ${expectations[issue.expected] ?? `a value of the type ${issue.expected}`}`;
		default:
			return issue.message;
	}
}

/** The same words as a slug, if the pattern is that of an id. */
function asSlug(issue: Issue, found: unknown): string | null {
	if (issue.code !== 'invalid_format' || typeof found !== 'string' || issue.pattern === undefined) return null;
	const slug = found
		.trim()
		.toLowerCase()
		.replace(/[\s_]+/g, '-');
	const required = new RegExp(issue.pattern.replace(/^\/|\/[a-z]*$/g, ''));
	return slug !== found && required.test(slug) ? `write ${slug}` : null;
}

const missing = (name: string, value: string): string =>
	name === quoted('id')
		? 'write “id: ” and lower-case words joined by single hyphens, which no other record has'
		: `write that key with ${value}`;

const expectations: Readonly<Record<string, string>> = {
	string: 'text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list: each entry begins with “- ”',
	object: 'a record: “key: value” pairs',
	record: 'a record: “key: value” pairs',
};

function nameOf(steps: Path): string {
	const key = [...steps].reverse().find((step) => typeof step === 'string');
	return key === undefined ? 'this' : quoted(key);
}

function shown(found: unknown): string {
	if (typeof found === 'string') return found === '' ? 'empty' : quoted(found);
	if (Array.isArray(found)) return `a list with ${String(found.length)} ${found.length === 1 ? 'entry' : 'entries'}`;
	if (found === null) return 'empty';
	if (typeof found === 'number') return `read as the number ${String(found)}`;
	return typeof found === 'boolean' ? String(found) : 'a record';
}

function stepInto(value: unknown, step: string | number): unknown {
	if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
	return (value as Record<string | number, unknown>)[step];
}

function shapeAt(shape: unknown, step: string | number): unknown {
	const bare = unwrapped(shape);
	if (bare instanceof z.ZodObject) return (bare.shape as Record<string, unknown>)[step];
	if (bare instanceof z.ZodArray) return bare.element;
	return bare instanceof z.ZodRecord ? bare.valueType : undefined;
}

function keysOf(shape: unknown): string[] {
	const bare = unwrapped(shape);
	return bare instanceof z.ZodObject ? Object.keys(bare.shape) : [];
}

function unwrapped(shape: unknown): unknown {
	if (shape instanceof z.ZodOptional || shape instanceof z.ZodDefault) return unwrapped(shape.unwrap());
	return shape;
}
