/** First phase: parses files into records with their places. What does not fit its schema is reported and left out. */
import type { z } from 'zod';
import type { Newsroom } from '#lib/model/method.ts';
import { order, quoted, type Spot, type Reporter } from '#compile/diagnostic.ts';
import {
	codingFiles,
	copyFile,
	isIn,
	isPartOf,
	listFiles,
	newsroomFile,
	releasedFile,
	scaleFile,
	sourceFolders,
	subjectFile,
	variantsFile,
} from './files.ts';
import { reportMissing, reportUnknown, reportUnreadable } from './file-problems.ts';
import { fingerprintShape, isConsistent, type Fingerprint } from '#compile/evidence/fingerprint.ts';
import { check } from './issues.ts';
import type { AnnotationSeed, File, Item, Lists, SourceSeed, SubjectSeed } from './items.ts';
import { releasedShape, type Released } from './released.ts';
import { annotation, files, source } from './schema.ts';
import { newsroom, story } from './edition-schema.ts';
import { slug } from './shapes.ts';
import { readCoding, readScale, readVariants, type CodingRow, type Score } from './tables.ts';
import { readYaml, type Path, type Yaml } from './yaml.ts';

/** Unreadable parts, so that nothing that depends on them is reported as well. */
export interface Broken {
	/** The id of a record that does not fit its schema; null for a whole file. */
	readonly id: string | null;
	readonly file: string;
}

export interface Seeds {
	/** Null if it cannot be read, which is reported. */
	readonly subject: Item<SubjectSeed> | null;
	readonly sources: readonly (Item<SourceSeed> & { readonly annotations: readonly Item<AnnotationSeed>[] })[];
	readonly lists: Lists;
	/** By source. */
	readonly fingerprints: ReadonlyMap<string, { readonly print: Fingerprint; readonly spot: Spot }>;
	/** By source; empty on a machine without the articles. */
	readonly originals: ReadonlyMap<string, string>;
	readonly codings: readonly CodingRow[];
	readonly scale: ReadonlyMap<string, Score>;
	/** By code, where the ICEWS table differs from the scale; empty without that table. */
	readonly variants: ReadonlyMap<string, number>;
	/** Null if it cannot be read, which is reported. */
	readonly newsroom: Newsroom | null;
	/** The last release; null if there is none, or if it cannot be read. */
	readonly released: Released | null;
	/** Null if it is missing, which is reported. */
	readonly copy: File | null;
	readonly broken: readonly Broken[];
}

/** Reads every file of the seeds, in any order. */
export function parse(input: readonly File[], report: Reporter): Seeds {
	const sorted = [...input].sort((a, b) => order(a.file, b.file) || order(a.text, b.text));
	const textByFile = new Map(sorted.map(({ file, text }) => [file, text]));
	const names = new Set(textByFile.keys());
	const unreadable = reportUnreadable(textByFile, report);
	const broken: Broken[] = [...unreadable, ...reportMissing(names, report)].map((file) => ({ id: null, file }));
	reportUnknown(names, report);
	const texts = new Map([...textByFile].filter(([file]) => !unreadable.has(file)));
	const yamlOf = (file: string, text: string) => {
		const yaml = readYaml(file, text, report);
		if (yaml === null) broken.push({ id: null, file });
		return yaml;
	};
	const inFolder = (kind: keyof typeof sourceFolders) => {
		const [folder, end] = sourceFolders[kind];
		return [...texts]
			.filter(([file]) => isIn(folder, end, file))
			.map(([file, text]) => ({ file, text, name: file.slice(folder.length, -end.length) }));
	};
	const [sourceFiles, printFiles] = [inFolder('sources'), inFolder('fingerprints')];
	const printed = new Set(printFiles.map(({ name }) => name));
	const sources = sourceFiles.flatMap(({ file, text, name }) =>
		parseSource(name, yamlOf(file, text), printed, broken, report),
	);
	const sourced = new Set([...sourceFiles.map(({ name }) => name), ...sources.map(({ record }) => record.id)]);
	for (const { file, name } of printFiles) {
		if (sourced.has(name) || names.has(`seeds/sources/${name}.yaml`)) continue;
		// Records that this source would support are not reported as without evidence.
		broken.push({ id: null, file: `seeds/sources/${name}.yaml` });
		const message = `seeds/sources/${name}.yaml does not exist; write it, or delete this fingerprint`;
		report({ file, line: 1, column: 1 }, 'file-unknown', message);
	}
	const originals = inFolder('originals');
	for (const { file, name } of originals) {
		if (sourced.has(name) || printed.has(name) || names.has(`seeds/sources/${name}.yaml`)) continue;
		const instead = `name it after its source, or generate a fingerprint: npm run seeds:fingerprint -- ${file} ${name}`;
		report({ file, line: 1, column: 1 }, 'file-unknown', `there is no source ${quoted(name)}; ${instead}`);
	}
	const copyText = texts.get(copyFile);
	const lists = Object.fromEntries(
		listFiles.map((name) => {
			const shape: z.ZodType = files[name].element;
			const read = (file: string) => parseList(shape, yamlOf(file, texts.get(file) ?? ''), [], broken, report);
			return [name, [...texts.keys()].filter((file) => isPartOf(name, file)).flatMap(read)];
		}),
	) as unknown as Lists;
	/** Reads a table; a fault in it marks it as broken, so that none of its rows is reported as missing. */
	const table = <T>(file: string, none: T, read: (text: string, reportIn: Reporter) => T): T => {
		const text = texts.get(file);
		if (text === undefined) return none;
		return read(text, (...fault) => {
			broken.push({ id: null, file });
			report(...fault);
		});
	};
	const scale = table(scaleFile, new Map<string, Score>(), (text, reportIn) => readScale(scaleFile, text, reportIn));
	/** A file with one record; null if it is missing or cannot be read. */
	const one = <T>(file: string, shape: z.ZodType<T>): Item<T> | null => {
		const text = texts.get(file);
		const yaml = text === undefined ? null : yamlOf(file, text);
		const record = yaml === null ? null : check(shape, yaml.value, yaml, [], report);
		if (yaml !== null && record === null) broken.push({ id: null, file });
		return yaml === null || record === null ? null : item(record, yaml, []);
	};
	return {
		subject: one(subjectFile, story),
		sources,
		lists,
		fingerprints: new Map(printFiles.flatMap((f) => parseFingerprint(f.name, f.file, f.text, broken, report))),
		originals: new Map(originals.map(({ name, text }) => [name, text])),
		codings: Object.entries(codingFiles).flatMap(([coder, file]) =>
			table<CodingRow[]>(file, [], (text, reportIn) => readCoding(file, text, coder, reportIn)),
		),
		scale,
		variants: table(variantsFile, new Map(), (text, reportIn) => readVariants(variantsFile, text, scale, reportIn)),
		newsroom: one(newsroomFile, newsroom)?.record ?? null,
		released: one(releasedFile, releasedShape)?.record ?? null,
		copy: copyText === undefined ? null : { file: copyFile, text: copyText },
		broken,
	};
}

function parseSource(
	name: string,
	yaml: Yaml | null,
	printed: ReadonlySet<string>,
	broken: Broken[],
	report: Reporter,
): Seeds['sources'][number][] {
	if (yaml === null) return [];
	const { annotations, ...head } = isRecord(yaml.value) ? yaml.value : {};
	const items = parseList(annotation, annotations === undefined ? null : yaml, ['annotations'], broken, report);
	// Faulty annotations are already reported: here it only has to be a list.
	const isList = Array.isArray(annotations);
	const record = check(source, isList ? { ...head, annotations: [] } : yaml.value, yaml, [], report);
	if (record === null) {
		broken.push({ id: null, file: yaml.file });
		return [];
	}
	// If the file name and the id differ, the one with a fingerprint counts.
	const id = printed.has(record.id) ? record.id : name;
	if (record.id !== name) {
		const instead = id === name ? `write “id: ${name}”` : `name the file ${id}.yaml`;
		report(
			yaml.at(['id']),
			'id-not-of-file',
			`the source ${quoted(record.id)} is in the file ${yaml.file}; ${instead}`,
		);
	}
	return [{ ...item({ ...record, id }, yaml, []), annotations: items }];
}

function parseList<T>(
	shape: z.ZodType<T>,
	yaml: Yaml | null,
	path: Path,
	broken: Broken[],
	report: Reporter,
): Item<T>[] {
	if (yaml === null) return [];
	const found = path.reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), yaml.value);
	// An empty list may have lost its records.
	const list = found ?? (path.length > 0 ? [] : null);
	if (!Array.isArray(list)) {
		broken.push({ id: null, file: yaml.file });
		// The schema of the whole source already reports its annotations.
		const isFile = path.length === 0;
		if (isFile) {
			const what = list === null ? 'the file holds nothing' : 'the file is not a list';
			const message = `${what}; write a list, each entry beginning with “- ”, or [] if there are no records`;
			report(yaml.at([]), 'schema-shape', message);
		}
		return [];
	}
	return list.flatMap((value: unknown, i) => {
		const record = check(shape, value, yaml, [...path, i], report);
		if (record === null) addBroken(value, yaml.file, broken);
		return record === null ? [] : [item(record, yaml, [...path, i])];
	});
}

function parseFingerprint(
	name: string,
	file: string,
	text: string,
	broken: Broken[],
	report: Reporter,
): [string, { print: Fingerprint; spot: Spot }][] {
	const spot: Spot = { file, line: 1, column: 1 };
	const yaml = readYaml(file, text, report);
	const result = fingerprintShape.safeParse(yaml?.value);
	if (result.success && isConsistent(result.data)) return [[name, { print: result.data, spot }]];
	broken.push({ id: null, file });
	const issue = result.error?.issues[0];
	const why =
		issue === undefined ? 'the number of hashes is not the number of starts' : `${issue.path.join()}: ${issue.message}`;
	const command = `generate it again: npm run seeds:fingerprint -- <original.txt> ${name}`;
	if (yaml !== null) report(spot, 'fingerprint-broken', `this file is not a fingerprint (${quoted(why)}); ${command}`);
	return [];
}

function item<T>(record: T, yaml: Yaml, path: Path): Item<T> {
	return {
		record,
		at: (...rest) => yaml.at([...path, ...rest]),
		keyAt: (...rest) => yaml.keyAt([...path, ...rest]),
	};
}

/** A record without a valid id may be any record of its kind. */
function addBroken(value: unknown, file: string, broken: Broken[]): void {
	const id = isRecord(value) ? value['id'] : null;
	broken.push({ id: slug.safeParse(id).success ? String(id) : null, file });
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
