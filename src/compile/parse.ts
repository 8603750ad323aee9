/** First phase: files to records that know their places. What does not fit its schema is told and left out. */
import type { z } from 'zod';
import type { Newsroom } from '#lib/model/method.ts';
import { order, quoted, type Spot, type Tell } from './diagnostic.ts';
import { fingerprintShape, isWhole, type Fingerprint } from './fingerprint.ts';
import { check } from './issues.ts';
import { nearest } from './nearest.ts';
import { releasedFile, releasedShape, type Released } from './released.ts';
import { annotation, files, newsroom, source, story } from './schema.ts';
import { readCoding, readScale, readVariants, type CodingRow, type Score } from './tables.ts';
import { readYaml, type Path, type Yaml } from './yaml.ts';

export interface File {
	readonly file: string;
	readonly text: string;
}

/** A record and the places of its parts. */
export interface Item<T> {
	readonly record: T;
	readonly at: (...path: Path) => Spot;
	readonly keyAt: (...path: Path) => Spot;
}

/** Files that hold one record each. */
const recordFiles = ['sources/*.yaml', 'newsroom.yaml', 'story.yaml'] as const;
type RecordFile = (typeof recordFiles)[number];
type ListFile = Exclude<keyof typeof files, RecordFile>;
export type ListItem<F extends ListFile> = z.infer<(typeof files)[F]['element']>;
type Lists = { readonly [F in ListFile]: readonly Item<ListItem<F>>[] };

export type SourceSeed = Omit<z.infer<typeof source>, 'annotations'>;
export type AnnotationSeed = z.infer<typeof annotation>;
export type SubjectSeed = z.infer<typeof story>;

/** What could not be read, so that what depends on it is not called wrong as well. */
export interface Broken {
	/** The id of a record that does not fit its schema; null for a whole file. */
	readonly id: string | null;
	readonly file: string;
}

export interface Seeds {
	/** Null where it cannot be read, which is told. */
	readonly subject: Item<SubjectSeed> | null;
	readonly sources: readonly (Item<SourceSeed> & { readonly annotations: readonly Item<AnnotationSeed>[] })[];
	readonly lists: Lists;
	/** By source. */
	readonly fingerprints: ReadonlyMap<string, { readonly print: Fingerprint; readonly spot: Spot }>;
	/** By source; empty on a machine without them. */
	readonly originals: ReadonlyMap<string, string>;
	readonly codings: readonly CodingRow[];
	readonly scale: ReadonlyMap<string, Score>;
	/** By code, where ICEWS scores otherwise than the scale; empty without that table. */
	readonly variants: ReadonlyMap<string, number>;
	/** Null where it cannot be read, which is told. */
	readonly newsroom: Newsroom | null;
	/** What was released last; null where nothing was, or where it cannot be read. */
	readonly released: Released | null;
	/** Null where it is missing, which is told. */
	readonly copy: File | null;
	readonly broken: readonly Broken[];
}

export const listFiles = Object.keys(files).filter(
	(name): name is ListFile => !recordFiles.some((file) => file === name),
);
export const scaleFile = 'seeds/coding/cameo_goldstein.tsv';
export const codingFiles = { a: 'seeds/coding/events-coder-a.csv', b: 'seeds/coding/events-coder-b.csv' };
/** Where a list may go on, in files of any name. */
export const folderOf = (list: ListFile): string => `seeds/${list.replace(/\.yaml$/, '')}/`;

/** Whether a file holds records of a list: `seeds/events.yaml`, `seeds/events/<name>.yaml`. */
export const isPartOf = (list: ListFile, file: string): boolean =>
	file === `seeds/${list}` || isIn(folderOf(list), '.yaml', file);

const isIn = (folder: string, end: string, file: string): boolean =>
	file.startsWith(folder) && file.endsWith(end) && !file.slice(folder.length).includes('/');

/** Code units of YAML; the copy has a limit of its own. A larger file of a few kinds takes the library many seconds. */
const LARGEST = 150_000;
const copyFile = 'src/copy/en.aml';
const newsroomFile = 'seeds/newsroom.yaml';
const subjectFile = 'seeds/story.yaml';
const variantsFile = 'seeds/coding/cameo_goldstein_variants.tsv';
const required = [...Object.values(codingFiles), scaleFile, newsroomFile, subjectFile, copyFile];

/** Reads every file that the seeds consist of, in any order. */
export function parse(input: readonly File[], tell: Tell): Seeds {
	const broken: Broken[] = [];
	const texts = new Map(
		[...input]
			.sort((a, b) => order(a.file, b.file) || order(a.text, b.text))
			.map(({ file, text }) => {
				if (text.length <= LARGEST || !/\.(?:yaml|json)$/.test(file)) return [file, text];
				const list = listFiles.find((name) => isPartOf(name, file));
				const instead = list
					? `put some of its records into ${folderOf(list)}<name>.yaml`
					: 'take out what is not coded';
				const message = `the file has more than 150,000 characters; ${instead}`;
				tell({ file, line: 1, column: 1 }, 'file-too-large', message);
				broken.push({ id: null, file });
				return [file, list ? '[]' : ''];
			}),
	);
	const parts = new Map(listFiles.map((name) => [name, [...texts.keys()].filter((file) => isPartOf(name, file))]));
	const lacking = listFiles.filter((name) => parts.get(name)?.length === 0).map((name) => `seeds/${name}`);
	for (const file of [...lacking, ...required.filter((name) => !texts.has(name))]) {
		tell(
			{ file, line: 1, column: 1 },
			'file-missing',
			'this file is missing; write it, with an empty list if it has no records',
		);
		broken.push({ id: null, file });
	}
	const yamlOf = (file: string, text: string) => {
		const yaml = readYaml(file, text, tell);
		if (yaml === null) broken.push({ id: null, file });
		return yaml;
	};
	const inFolder = (folder: string, end: string) =>
		[...texts]
			.filter(([file]) => isIn(folder, end, file))
			.map(([file, text]) => ({ file, text, name: file.slice(folder.length, -end.length) }));
	const folders = {
		sources: inFolder('seeds/sources/', '.yaml'),
		fingerprints: inFolder('seeds/fingerprints/', '.json'),
		originals: inFolder('seeds/originals/', '.txt'),
	};
	const copyText = texts.get(copyFile);
	const known = new Set([
		...required,
		...[...parts.values()].flat(),
		variantsFile,
		releasedFile,
		...Object.values(folders).flatMap((folder) => folder.map(({ file }) => file)),
	]);
	for (const file of texts.keys()) {
		if (known.has(file)) continue;
		const meant = fileMeant(file, [...required, variantsFile, releasedFile]);
		const instead = meant === null ? 'take it out of the folder' : `if it is of the story, name it ${meant}`;
		tell({ file, line: 1, column: 1 }, 'file-unknown', `nothing reads this file; ${instead}`);
	}
	const lists = Object.fromEntries(
		listFiles.map((name) => {
			const shape: z.ZodType = files[name].element;
			const read = (file: string) => parseList(shape, yamlOf(file, texts.get(file) ?? ''), [], broken, tell);
			return [name, (parts.get(name) ?? []).flatMap(read)];
		}),
	) as unknown as Lists;
	/** Reads a table; one with a fault in it is broken, so that nothing is said to be missing from it. */
	const table = <T>(file: string, none: T, read: (text: string, tellIn: Tell) => T): T => {
		const text = texts.get(file);
		if (text === undefined) return none;
		return read(text, (...fault) => {
			broken.push({ id: null, file });
			tell(...fault);
		});
	};
	return {
		subject: parseOne(subjectFile, story, texts, yamlOf, tell),
		sources: folders.sources.flatMap(({ file, text }) => parseSource(yamlOf(file, text), broken, tell)),
		lists,
		fingerprints: new Map(folders.fingerprints.flatMap((f) => parseFingerprint(f.name, f.file, f.text, broken, tell))),
		originals: new Map(folders.originals.map(({ name, text }) => [name, text])),
		codings: Object.entries(codingFiles).flatMap(([coder, file]) =>
			table<CodingRow[]>(file, [], (text, tellIn) => readCoding(file, text, coder, tellIn)),
		),
		scale: table(scaleFile, new Map(), (text, tellIn) => readScale(scaleFile, text, tellIn)),
		variants: table(variantsFile, new Map(), (text, tellIn) => readVariants(variantsFile, text, tellIn)),
		newsroom: parseOne(newsroomFile, newsroom, texts, yamlOf, tell)?.record ?? null,
		released: parseOne(releasedFile, releasedShape, texts, yamlOf, tell)?.record ?? null,
		copy: copyText === undefined ? null : { file: copyFile, text: copyText },
		broken,
	};
}

/** Where a file that nothing reads may belong: the right ending, in the right folder; null where that is anybody's guess. */
function fileMeant(file: string, others: readonly string[]): string | null {
	const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
	const folders = [...new Set([...listFiles.map(folderOf), 'seeds/sources/'])];
	const folder = folders.find((one) => file.startsWith(one));
	if (folder !== undefined) return `${folder}${name}.yaml`;
	if (file.startsWith('seeds/fingerprints/')) return `seeds/fingerprints/${name}.json`;
	if (file.startsWith('seeds/originals/')) return `seeds/originals/${name}.txt`;
	const known = [...listFiles.map((list) => `seeds/${list}`), ...others];
	if (!/\.(?:ya?ml|json|[ct]sv|aml)$/.test(file)) return null;
	const meant = nearest(file, [...known, ...folders.map((one) => `${one}${name}.yaml`)]);
	return meant ?? known.find((one) => one.endsWith(`/${name}.yaml`)) ?? null;
}

function parseSource(yaml: Yaml | null, broken: Broken[], tell: Tell): Seeds['sources'][number][] {
	if (yaml === null) return [];
	const { annotations, ...head } = isRecord(yaml.value) ? yaml.value : {};
	const items = parseList(annotation, annotations === undefined ? null : yaml, ['annotations'], broken, tell);
	// An annotation that does not fit has been told above: here the list only has to be one.
	const isList = Array.isArray(annotations);
	const record = check(source, isList ? { ...head, annotations: [] } : yaml.value, yaml, [], tell);
	if (record === null) addBroken(yaml.value, yaml.file, broken);
	return record === null ? [] : [{ ...item(record, yaml, []), annotations: items }];
}

/** A file that is one record; null where it is not there. */
function parseOne<T>(
	file: string,
	shape: z.ZodType<T>,
	texts: ReadonlyMap<string, string>,
	yamlOf: (file: string, text: string) => Yaml | null,
	tell: Tell,
): Item<T> | null {
	const text = texts.get(file);
	const yaml = text === undefined ? null : yamlOf(file, text);
	const record = yaml === null ? null : check(shape, yaml.value, yaml, [], tell);
	return yaml === null || record === null ? null : item(record, yaml, []);
}

function parseList<T>(shape: z.ZodType<T>, yaml: Yaml | null, path: Path, broken: Broken[], tell: Tell): Item<T>[] {
	if (yaml === null) return [];
	const found = path.reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), yaml.value);
	// A list that says nothing may have lost its records.
	const list = found ?? (path.length > 0 ? [] : null);
	if (!Array.isArray(list)) {
		broken.push({ id: null, file: yaml.file });
		// The schema of the whole source tells of its annotations.
		const isFile = path.length === 0;
		if (isFile) {
			const what = list === null ? 'the file holds nothing' : 'the file is not a list';
			const message = `${what}; write a list, each entry beginning with “- ”, or [] for one without records`;
			tell(yaml.at([]), 'schema-shape', message);
		}
		return [];
	}
	return list.flatMap((value: unknown, i) => {
		const record = check(shape, value, yaml, [...path, i], tell);
		if (record === null) addBroken(value, yaml.file, broken);
		return record === null ? [] : [item(record, yaml, [...path, i])];
	});
}

function parseFingerprint(
	name: string,
	file: string,
	text: string,
	broken: Broken[],
	tell: Tell,
): [string, { print: Fingerprint; spot: Spot }][] {
	const spot: Spot = { file, line: 1, column: 1 };
	const yaml = readYaml(file, text, tell);
	const result = fingerprintShape.safeParse(yaml?.value);
	if (result.success && isWhole(result.data)) return [[name, { print: result.data, spot }]];
	broken.push({ id: null, file });
	const issue = result.error?.issues[0];
	const why =
		issue === undefined ? 'hashes and starts do not belong together' : `${issue.path.join()}: ${issue.message}`;
	const command = 'make it anew with npm run seeds:fingerprint';
	if (yaml !== null) tell(spot, 'fingerprint-broken', `this is not a fingerprint (${quoted(why)}); ${command}`);
	return [];
}

function item<T>(record: T, yaml: Yaml, path: Path): Item<T> {
	return {
		record,
		at: (...rest) => yaml.at([...path, ...rest]),
		keyAt: (...rest) => yaml.keyAt([...path, ...rest]),
	};
}

function addBroken(value: unknown, file: string, broken: Broken[]): void {
	broken.push({ id: isRecord(value) && typeof value['id'] === 'string' ? value['id'] : null, file });
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
