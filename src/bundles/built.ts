/** A finished build, read whole: what every target is made from. */
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathsOf, sourcesOf } from '#build/files.js';
import type { Edition } from '#lib/export/story-json.ts';
import type { Story } from '#lib/model/story.ts';
import { sha256 } from '#lib/export/hash.ts';
import { provenance, type Provenance } from './provenance.ts';

/** The site as files, the story that it was made from, and what is known of the making. */
export interface Built extends Provenance {
	/** Every file by its path from the root of the site, compressed copies among them, sorted by path. */
	readonly files: ReadonlyMap<string, Uint8Array>;
	readonly story: Story;
	/** The hash of all that went into the site; it also names the folder of frozen embeds, `v/<version>/`. */
	readonly version: string;
	readonly data: Edition;
	/** The text of the licences. */
	readonly licence: string;
	/** The SHA-256, in hex, of every file that the data and the words were compiled from, by its path in the sources. */
	readonly inputs: ReadonlyMap<string, string>;
	/** The story's words as they were written, ArchieML. */
	readonly words: string;
	/** Where the site will lie, with a slash at its end; null where nobody said. */
	readonly origin: string | null;
}

/** All files below a folder by their paths from there, sorted. Throws where one is a link, or no file. */
export function filesOf(folder: string): ReadonlyMap<string, Uint8Array> {
	const paths = pathsOf(folder);
	const strange = paths.find((path) => !lstatSync(join(folder, path)).isFile());
	if (strange !== undefined) throw new Error(`${join(folder, strange)} is no file but a link or a device`);
	return new Map(paths.map((path) => [path, new Uint8Array(readFileSync(join(folder, path)))]));
}

/** A file's text; throws where the build has no such file. */
export function textOf({ files }: Pick<Built, 'files'>, path: string): string {
	const bytes = files.get(path);
	if (!bytes) throw new Error(`the build has no ${path}: run "npm run build" anew`);
	return new TextDecoder().decode(bytes);
}

/** The coded seeds; articles that somebody keeps beside them are no part of the project. */
const seedsOf = (root: string): string[] =>
	sourcesOf(root, ['seeds']).filter((path) => !path.startsWith('seeds/originals/'));

/** Reads the build in a folder, made from the sources at `root`, and the seeds and copy in `dossier`. Throws where it is not whole. */
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
