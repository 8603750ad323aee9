/** The command line of `npm run export`. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { chartIds } from '#lib/model/charts.ts';
import { nearest } from '#compile/nearest.ts';
import { targets } from '#bundles/targets/targets.ts';
import type { Target, TargetOptions } from '#bundles/targets/target.ts';

/** A valid command line. */
export interface ExportOptions extends TargetOptions {
	readonly name: string;
	readonly target: Target;
	readonly out: string;
	/** With a slash at its end; null where nobody said. */
	readonly origin: string | null;
	readonly zip: boolean;
	readonly dryRun: boolean;
}

export type ParsedArguments =
	| { readonly kind: 'help' }
	| { readonly kind: 'mistakes'; readonly mistakes: readonly string[] }
	| { readonly kind: 'options'; readonly options: ExportOptions };

const definitions = {
	target: { type: 'string' },
	chart: { type: 'string', multiple: true },
	out: { type: 'string' },
	origin: { type: 'string' },
	contact: { type: 'string' },
	zip: { type: 'boolean' },
	'dry-run': { type: 'boolean' },
	help: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

const rows = (pairs: readonly (readonly [string, string])[]): string =>
	pairs.map(([left, right]) => `  ${left.padEnd(22)}${right}`).join('\n');

/** What `--help` prints. */
export const help = (): string => `npm run export -- --target <target> [options]

Makes a folder that can be put on any host, in any folder of it, or on a stick, and that proves itself: MANIFEST.json
and SHA256SUMS tell every file in it. Builds the site first where build/ is not of today's sources.

Targets
${rows(Object.entries(targets).map(([name, { summary }]) => [name, summary]))}

Options
${rows([
	['--chart <id>', `one chart (${chartIds.join(', ')}); may be given again; else all`],
	['--out <dir>', 'the folder to make; else export/<target>'],
	[
		'--origin <address>',
		'where the site will lie, https://… (http:// for localhost alone): for canonical, sharing and oEmbed addresses only',
	],
	['--contact <address>', 'for security.txt, mailto:… or https://…; else the contact in seeds/newsroom.yaml'],
	['--zip', 'each folder also as a zip beside it'],
	['--dry-run', 'says what would be made, and writes nothing but the build'],
	['--help', 'this'],
])}

A folder that is there already is replaced if an export made it, and left alone if not.
Exit status: 0 for success, 1 for a failure, 2 for wrong options.`;

/** `“sit”: write site, chart or wire`, the likeliest alone where one is near. */
function instead(value: string, known: readonly string[]): string {
	const likely = nearest(value, known);
	return likely === null ? `write one of ${known.join(', ')}` : `write ${likely}`;
}

/** Hosts of one's own machine: nobody asks them for a certificate. */
const LOCAL = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/** Paths that configurations of every server take as they are; a name that begins with a dot is hidden by all. */
const PLAIN_PATH = /^\/(?:[\w~-][\w.~-]*\/)*$/;

/** The site's address with a slash at its end; or why it is none, and what to write. */
function originOf(value: string): { readonly origin: string } | { readonly mistake: string } {
	const url = URL.canParse(value) ? new URL(value) : null;
	if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username || url.password) {
		const example = examples['origin'] ?? '';
		return { mistake: `--origin ${value} is no address: write the whole one, such as ${example}.` };
	}
	if (url.protocol === 'http:' && !LOCAL.test(url.hostname))
		return { mistake: `--origin ${value} is not encrypted: write https://${url.host}${url.pathname}.` };
	const path = url.pathname.replace(/\/?$/, '/');
	return PLAIN_PATH.test(path)
		? { origin: url.origin + path }
		: {
				mistake: `--origin ${value} has more in its path than servers’ configurations take: write folders of A-Z, a-z, 0-9, -, _, ~ and, but not first, the dot.`,
			};
}

/** Parses the arguments. All mistakes are reported at once, each with what to write instead. */
export function parseArguments(words: readonly string[]): ParsedArguments {
	const { values, tokens } = parseArgs({ args: [...words], options: definitions, strict: false, tokens: true });
	if (values.help === true) return { kind: 'help' };
	const mistakes = tokens.flatMap((token) => misusedToken(token));
	const text = (name: 'target' | 'out' | 'origin' | 'contact'): string | null => {
		const value = values[name];
		return typeof value === 'string' && value !== '' ? value : null;
	};
	const name = text('target');
	const target = name === null ? undefined : Object.hasOwn(targets, name) ? targets[name] : undefined;
	if (name === null) mistakes.push(`No --target: write --target ${Object.keys(targets).join('|')}.`);
	else if (!target) mistakes.push(`--target ${name} is none: ${instead(name, Object.keys(targets))}.`);

	const named = (Array.isArray(values.chart) ? values.chart : []).filter((one) => typeof one === 'string');
	for (const one of named.filter((chart) => !chartIds.some((id) => id === chart)))
		mistakes.push(`--chart ${one} is none: ${instead(one, chartIds)}.`);
	if (target && !target.byChart && named.length > 0)
		mistakes.push(`--chart chooses nothing from --target ${String(name)}, which holds all charts: leave it out.`);

	const [origin, contact] = [text('origin'), text('contact')];
	const read = origin === null ? { origin } : originOf(origin);
	if ('mistake' in read) mistakes.push(read.mistake);
	if (contact !== null && !/^(?:mailto:[^\s@]+@|https:\/\/|tel:\+)\S+$/.test(contact))
		mistakes.push(`--contact ${contact} is no address: write mailto:desk@example.org or https://….`);

	if (mistakes.length > 0 || !target || name === null || 'mistake' in read) return { kind: 'mistakes', mistakes };
	const options: ExportOptions = {
		...{ name, target, contact },
		charts: named.length === 0 ? chartIds : chartIds.filter((id) => named.includes(id)),
		// A zip is called after its folder, and lies beside it.
		out: text('out')?.replace(/(?<=.)\/+$/, '') ?? `export/${name}`,
		origin: read.origin,
		zip: values.zip === true,
		dryRun: values['dry-run'] === true,
	};
	return { kind: 'options', options };
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

/** What is wrong with one word: an option that there is not, one without its value, one with a value too many. */
function misusedToken(token: Token): string[] {
	if (token.kind === 'positional')
		return [`“${token.value}” belongs to no option: write it after one, such as --out ${token.value}.`];
	if (token.kind !== 'option') return [];
	const { name, rawName, value } = token;
	if (!Object.hasOwn(definitions, name)) {
		const known = Object.keys(definitions);
		return [`${rawName} is no option: ${instead(name, known).replace('write ', 'write --').replaceAll(', ', ', --')}.`];
	}
	const { type } = definitions[name as keyof typeof definitions];
	if (type === 'string' && (value === undefined || value === ''))
		return [`${rawName} needs a value: write ${rawName} ${examples[name] ?? ''}.`];
	if (type === 'boolean' && value !== undefined) return [`${rawName} takes no value: write ${rawName} alone.`];
	return [];
}

const examples: Readonly<Record<string, string>> = {
	target: 'site',
	chart: 'relations',
	out: 'export/site',
	origin: 'https://example.org/story/',
	contact: 'mailto:desk@example.org',
};
