/** Parses YAML (and JSON) into plain values, each with its line and column. */
import {
	isAlias,
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	parseDocument,
	visit,
	type Document,
	type Node,
	type YAMLError,
	type YAMLMap,
} from 'yaml';
import { printable, quoted, unprintable, type Spot, type Reporter } from '#compile/diagnostic.ts';

const DEEPEST = 50;
/** One syntax error causes others after it. */
const MOST_PROBLEMS = 5;

export type Path = readonly (string | number)[];

export interface Yaml {
	readonly file: string;
	readonly value: unknown;
	/** The place of the value at a path, or of its nearest parent if it is missing. */
	readonly at: (path: Path) => Spot;
	/** The place of the key that ends a path. */
	readonly keyAt: (path: Path) => Spot;
}

/**
 * Reads one file; null if it cannot be read. Every fault is reported. Refuses anchors, aliases, tags, several documents
 * in one file and `__proto__`.
 */
export function readYaml(file: string, text: string, report: Reporter): Yaml | null {
	const start: Spot = { file, line: 1, column: 1 };
	if (isEndless(text)) {
		report(
			start,
			'yaml-syntax',
			'the file is nested too deeply for the YAML parser; write records as seeds/README.md shows them',
		);
		return null;
	}
	try {
		return read(file, text.replace(/^\ufeff/, ''), report);
	} catch {
		report(start, 'yaml-syntax', 'the file cannot be parsed as YAML; write records as seeds/README.md shows them');
		return null;
	}
}

/** Whether the text would make the library recurse, expand or search for many seconds; no hand-written file does. */
function isEndless(text: string): boolean {
	let depth = 0;
	for (const [bracket] of text.matchAll(/[[{}\]]/g)) {
		depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
		if (depth > DEEPEST) return true;
	}
	const runs = [/^(?:[ \t]*[-?:&!|>][^\s\w]{0,9}){9}/m, /^[ \t]{100}/m, /([[\]{},"'&*!|>%`?:])(?:[ \t]*\1){60}/];
	return runs.some((run) => run.test(text));
}

function read(file: string, text: string, report: Reporter): Yaml | null {
	const lines = new LineCounter();
	const spot = (offset: number): Spot => {
		const { line, col } = lines.linePos(offset);
		return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
	};
	const document = parseDocument(text, {
		lineCounter: lines,
		prettyErrors: false,
		logLevel: 'error',
		uniqueKeys: false,
	});
	// The library also misreads what follows a tab in the indentation; JSON may have tabs.
	const isIndented = document.errors.length > 0 && !file.endsWith('.json');
	const tabs = isIndented ? [...text.matchAll(/^ *\t/gm)] : [];
	for (const { index, 0: indent } of tabs.slice(0, MOST_PROBLEMS))
		report(
			spot(index + indent.length - 1),
			'yaml-syntax',
			'the indentation contains a tab; write spaces, as in the lines around it',
		);
	const problems = tabs.length > 0 ? [] : [...document.errors, ...document.warnings];
	const reported = new Set<number>();
	for (const problem of problems) {
		const [offset, message] = inOurWords(problem, document);
		const at = spot(offset);
		if (reported.has(at.line) || reported.size === MOST_PROBLEMS) continue;
		reported.add(at.line);
		report(at, 'yaml-syntax', message);
	}
	const raw = text.replace(/[\t\n\r]/g, ' ').search(new RegExp(unprintable, 'u'));
	if (raw >= 0) reportPlain(spot(raw), text.slice(raw), report);
	const isSafe = reportUnsafe(document, spot, raw < 0 && text.includes('\\'), report);
	if (document.errors.length > 0 || !isSafe) return null;
	const root = placeOf(document.contents);
	return {
		file,
		value: document.toJS({ maxAliasCount: 0 }),
		at: (path) => spot(offsetAt(root, path, false)),
		keyAt: (path) => spot(offsetAt(root, path, true)),
	};
}

/** The place of a syntax error, and what to write instead. */
function inOurWords({ code, message, pos: [offset] }: YAMLError, document: Document.Parsed): [number, string] {
	if (code === 'MULTIPLE_DOCS') return [offset, 'a line --- begins another document here; remove it'];
	if (code === 'MISSING_CHAR' && /^Missing closing ["']/.test(message)) {
		let start = offset;
		visit(document, {
			Scalar(_, { type, range }) {
				if (range && (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') && range[0] < offset && offset <= range[2])
					start = range[0];
			},
		});
		return [start, 'the quotation mark that opens here is never closed; write the same mark at the end of the text'];
	}
	return [
		offset,
		`the YAML parser says: ${printable(message)}; check the indentation, and quote text that holds “: ” or “ #”`,
	];
}

/** Reports aliases, duplicate and forbidden keys and, on request, escaped characters; returns whether there are none. */
function reportUnsafe(
	document: Document.Parsed,
	spot: (offset: number) => Spot,
	asksForPlain: boolean,
	report: Reporter,
): boolean {
	const unsafe = new Set<string>();
	const hasUnprintable = new RegExp(unprintable, 'u');
	// The library's visitor would take a quarter of the time of its parser.
	const look = (node: Node | null): void => {
		if (node === null) return;
		const isShared = isAlias(node) || node.anchor !== undefined;
		if (isShared && !unsafe.has('alias')) {
			report(
				spot(offsetOf(node)),
				'yaml-alias',
				'anchors (&) and aliases (*) are not used here; write the value out, or quote the text',
			);
			unsafe.add('alias');
		}
		if (isMap<Node, Node | null>(node)) {
			if (reportKeys(node, spot, report)) unsafe.add('key');
			for (const { key, value } of node.items) {
				look(key);
				look(value);
			}
		} else if (isSeq<Node>(node)) node.items.forEach(look);
		if (!asksForPlain || !isScalar(node) || typeof node.value !== 'string') return;
		const bad = node.value.replace(/[\t\n]/g, ' ').search(hasUnprintable);
		if (bad < 0) return;
		reportPlain(spot(offsetOf(node)), node.value.slice(bad), report);
		unsafe.add('text');
	};
	look(document.contents);
	return unsafe.size === 0;
}

/** Reports duplicate keys, which the library finds in quadratic time only, and `__proto__`; returns whether there are any. */
function reportKeys({ items }: YAMLMap, spot: (offset: number) => Spot, report: Reporter): boolean {
	const keys = new Set<unknown>();
	let isBad = false;
	for (const { key } of items) {
		if (!isScalar(key)) continue;
		const isTwice = keys.has(key.value);
		// A missing dash doubles all keys of a record.
		if (isTwice && !isBad) {
			const message = 'this key is twice in one record; write it once, or begin another record with “- ”';
			report(spot(offsetOf(key)), 'duplicate-key', message);
		}
		if (key.value === '__proto__')
			report(spot(offsetOf(key)), 'key-forbidden', 'the key __proto__ is not allowed; remove it');
		isBad ||= isTwice || key.value === '__proto__';
		keys.add(key.value);
	}
	return isBad;
}

function reportPlain(at: Spot, rest: string, report: Reporter): void {
	const character = quoted(String.fromCodePoint(rest.codePointAt(0) ?? 0));
	report(at, 'text-not-plain', `the character ${character} cannot be printed; write plain UTF-8 text without it`);
}

/** Where a value begins in its file, and where those in it do: all that is kept of a document once it has been read. */
type Place =
	| number
	| { readonly offset: number; readonly items: readonly Place[] }
	| { readonly offset: number; readonly pairs: ReadonlyMap<string, { readonly key: number; readonly value: Place }> };

function placeOf(node: Node | null): Place {
	const offset = offsetOf(node);
	if (isSeq<Node>(node)) return { offset, items: node.items.map(placeOf) };
	if (!isMap<Node, Node | null>(node)) return offset;
	const pairs = new Map<string, { key: number; value: Place }>();
	for (const { key, value } of node.items) {
		const at = offsetOf(key);
		if (isScalar(key)) pairs.set(String(key.value), { key: at, value: value === null ? at : placeOf(value) });
	}
	return { offset, pairs };
}

const offsetOf = (node: Node | null): number => node?.range?.[0] ?? 0;

function offsetAt(root: Place, path: Path, wantsKey: boolean): number {
	let place = root;
	for (const [depth, step] of path.entries()) {
		if (typeof place === 'number') break;
		if ('items' in place) {
			place = (typeof step === 'number' ? place.items[step] : undefined) ?? place;
			continue;
		}
		const pair = place.pairs.get(String(step));
		if (pair === undefined) break;
		place = wantsKey && depth === path.length - 1 ? pair.key : pair.value;
	}
	return typeof place === 'number' ? place : place.offset;
}
