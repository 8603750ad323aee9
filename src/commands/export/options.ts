/** The command line of `npm run export`. */
import { parseArgs } from 'node:util';
import { mistakesIn, suggestion, type Options } from '#commands/command-line-mistakes.ts';
import { chartIds } from '#lib/model/charts.ts';
import { targets } from '#bundles/targets/targets.ts';
import type { Target, TargetOptions } from '#bundles/targets/target.ts';

export interface ExportOptions extends TargetOptions {
	readonly name: string;
	readonly target: Target;
	readonly out: string;
	/** With a slash at its end; null if not given. */
	readonly origin: string | null;
	readonly zip: boolean;
	readonly dryRun: boolean;
}

export type ParsedArguments =
	| { readonly kind: 'help' }
	| { readonly kind: 'mistakes'; readonly mistakes: readonly string[] }
	| { readonly kind: 'options'; readonly options: ExportOptions };

const definitions = {
	target: { type: 'string', example: 'site' },
	chart: { type: 'string', multiple: true, example: 'relations' },
	out: { type: 'string', example: 'export/site' },
	origin: { type: 'string', example: 'https://example.org/story/' },
	contact: { type: 'string', example: 'mailto:desk@example.org' },
	zip: { type: 'boolean' },
	'dry-run': { type: 'boolean' },
	help: { type: 'boolean' },
} as const satisfies Options;

const rows = (pairs: readonly (readonly [string, string])[]): string =>
	pairs.map(([left, right]) => `  ${left.padEnd(22)}${right}`).join('\n');

export const help = (): string => `Usage: npm run export -- --target <target> [options]

Makes a folder that works on any web server, below any path, or on a USB stick, and that can be verified: MANIFEST.json
and SHA256SUMS list every file. Builds the site first, unless build/ is up to date.

Targets
${rows(Object.entries(targets).map(([name, { summary }]) => [name, summary]))}

Options
${rows([
	['--chart <id>', `one chart (${chartIds.join(', ')}); repeatable; default: all charts`],
	['--out <dir>', 'the folder to write; default: export/<target>'],
	[
		'--origin <URL>',
		'the public URL of the site, https://… (http:// only for localhost); used only in canonical, sharing and oEmbed URLs',
	],
	['--contact <URI>', 'for security.txt, mailto:… or https://…; default: the contact in seeds/newsroom.yaml'],
	['--zip', 'also writes a zip of each folder beside it'],
	['--dry-run', 'lists what would be written; writes nothing except build/'],
	['--help', 'shows this help'],
])}

A folder that exists already is replaced only if an export made it.
Exit status: 0 for success, 1 for a failure, 2 for a wrong command line.`;

/** Hosts of the local machine, which need no HTTPS. */
const LOCAL = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/** Paths that need no escaping in the configuration of any server; all hide names that begin with a dot. */
const PLAIN_PATH = /^\/(?:[\w~-][\w.~-]*\/)*$/;

/** The URL of the site with a slash at its end; or what is wrong with it, and what to write. */
function originOf(value: string): { readonly origin: string } | { readonly mistake: string } {
	const url = URL.canParse(value) ? new URL(value) : null;
	if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username || url.password) {
		return { mistake: `--origin ${value} is not a URL: write the whole one, such as ${definitions.origin.example}.` };
	}
	if (url.protocol === 'http:' && !LOCAL.test(url.hostname))
		return { mistake: `--origin ${value} is not encrypted: write https://${url.host}${url.pathname}.` };
	const path = url.pathname.replace(/\/?$/, '/');
	return PLAIN_PATH.test(path)
		? { origin: url.origin + path }
		: {
				mistake: `--origin ${value} has characters in its path that some server configurations do not take: write folders of A-Z, a-z, 0-9, -, _, ~ and the dot, but not as the first.`,
			};
}

/** Parses the arguments. Reports all mistakes at once, each with what to write instead. */
export function parseArguments(words: readonly string[]): ParsedArguments {
	const { values } = parseArgs({ args: [...words], options: definitions, strict: false });
	if (values.help === true) return { kind: 'help' };
	const mistakes = mistakesIn(words, definitions);
	const text = (name: 'target' | 'out' | 'origin' | 'contact'): string | null => {
		const value = values[name];
		return typeof value === 'string' && value !== '' ? value : null;
	};
	const name = text('target');
	const target = name === null ? undefined : Object.hasOwn(targets, name) ? targets[name] : undefined;
	if (name === null) mistakes.push(`No --target: write --target ${Object.keys(targets).join('|')}.`);
	else if (!target) mistakes.push(`--target ${name} does not exist: ${suggestion(name, Object.keys(targets))}.`);

	const named = (Array.isArray(values.chart) ? values.chart : []).filter((one) => typeof one === 'string');
	for (const one of named.filter((chart) => !chartIds.some((id) => id === chart)))
		mistakes.push(`--chart ${one} does not exist: ${suggestion(one, chartIds)}.`);
	if (target && !target.byChart && named.length > 0)
		mistakes.push(`--chart has no effect on --target ${String(name)}, which contains all charts: leave it out.`);

	const [origin, contact] = [text('origin'), text('contact')];
	const read = origin === null ? { origin } : originOf(origin);
	if ('mistake' in read) mistakes.push(read.mistake);
	if (contact !== null && !/^(?:mailto:[^\s@]+@|https:\/\/|tel:\+)\S+$/.test(contact))
		mistakes.push(`--contact ${contact} is not a URI: write mailto:desk@example.org or https://….`);

	if (mistakes.length > 0 || !target || name === null || 'mistake' in read) return { kind: 'mistakes', mistakes };
	const options: ExportOptions = {
		...{ name, target, contact },
		charts: named.length === 0 ? chartIds : chartIds.filter((id) => named.includes(id)),
		// A zip has the name of its folder, and is beside it.
		out: text('out')?.replace(/(?<=.)\/+$/, '') ?? `export/${name}`,
		origin: read.origin,
		zip: values.zip === true,
		dryRun: values['dry-run'] === true,
	};
	return { kind: 'options', options };
}
