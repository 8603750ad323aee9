/** A finished build, read completely: the input of every target. */
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathsOf, sourcesOf } from '#build/files.js';
import type { Edition } from '#lib/export/story-json.ts';
import type { Story } from '#lib/model/story.ts';
import { sha256 } from '#lib/export/hash.ts';
import { provenance, type Provenance } from './provenance.ts';
import { decoded } from './bundle.ts';

/** The site as files, the story that it was made from, and its provenance. */
export interface Built extends Provenance {
	/** Every file by its path from the site's root, including compressed copies; sorted by path. */
	readonly files: ReadonlyMap<string, Uint8Array>;
	readonly story: Story;
	/** The hash of all that went into the site; it also names the folder of frozen embeds, `v/<version>/`. */
	readonly version: string;
	readonly data: Edition;
	readonly licence: string;
	/** SHA-256 in hex of every source file of data and words, by its path. */
	readonly inputs: ReadonlyMap<string, string>;
	readonly words: string;
	/** The site's address with a trailing slash; null if it was not given. */
	readonly origin: string | null;
}

/** All files below a folder, by their paths from there, sorted. Throws on links and anything else that is not a file. */
export function filesOf(folder: string): ReadonlyMap<string, Uint8Array> {
	const paths = pathsOf(folder);
	const strange = paths.find((path) => !lstatSync(join(folder, path)).isFile());
	if (strange !== undefined) throw new Error(`${join(folder, strange)} is a link or a device, not a file`);
	return new Map(paths.map((path) => [path, new Uint8Array(readFileSync(join(folder, path)))]));
}

/** A file's text; throws if the build has no such file. */
export function textOf({ files }: Pick<Built, 'files'>, path: string): string {
	const bytes = files.get(path);
	if (!bytes) throw new Error(`the build has no ${path}: run "npm run build" again`);
	return decoded(bytes);
}

/** The seeds without the originals, which are not part of the project. */
const seedsOf = (root: string): string[] =>
	sourcesOf(root, ['seeds']).filter((path) => !path.startsWith('seeds/originals/'));

/**
 * Reads the build in a folder, made from the sources at `root` and the seeds and copy in `dossier`. Throws if it is
 * incomplete.
 */
export function readBuilt(folder: string, root: string, dossier = root): Built {
	const files = filesOf(folder);
	const { data, ...story } = JSON.parse(textOf({ files }, 'data/story.json')) as Story & Pick<Built, 'data'>;
	const { version, site } = JSON.parse(textOf({ files }, 'embeds.json')) as { version: string; site: string | null };
	const licence = readFileSync(join(root, 'LICENSE'), 'utf8');
	const copy = `src/copy/${story.copy.language}.aml`;
	const sources = [...seedsOf(dossier), copy].map((path) => [path, sha256(readFileSync(join(dossier, path)))] as const);
	const made = { inputs: new Map(sources), words: readFileSync(join(dossier, copy), 'utf8') };
	return { files, story, version, data, licence, origin: site, ...made, ...provenance(root, story.newsroom.released) };
}
