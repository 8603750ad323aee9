/** The files of the seeds, their names, and checks before parsing. */
import { files } from './schema.ts';

/** Files that hold one record each. */
const recordFiles = ['sources/*.yaml', 'newsroom.yaml', 'story.yaml'] as const;
type RecordFile = (typeof recordFiles)[number];
export type ListFile = Exclude<keyof typeof files, RecordFile>;

export const listFiles = Object.keys(files).filter(
	(name): name is ListFile => !recordFiles.some((file) => file === name),
);
export const scaleFile = 'seeds/coding/cameo_goldstein.tsv';
export const codingFiles = { a: 'seeds/coding/events-coder-a.csv', b: 'seeds/coding/events-coder-b.csv' };
export const variantsFile = 'seeds/coding/cameo_goldstein_variants.tsv';
export const copyFile = 'src/copy/en.aml';
export const newsroomFile = 'seeds/newsroom.yaml';
export const subjectFile = 'seeds/story.yaml';
/** Written by `npm run seeds -- --release`; without it nothing has been released. */
export const releasedFile = 'seeds/released.json';
export const requiredFiles = [...Object.values(codingFiles), scaleFile, newsroomFile, subjectFile, copyFile];
/** Folders with one file for each article. */
export const sourceFolders = {
	sources: ['seeds/sources/', '.yaml'],
	fingerprints: ['seeds/fingerprints/', '.json'],
	originals: ['seeds/originals/', '.txt'],
} as const;

/** The folder in which a list may continue, in files of any name. */
export const folderOf = (list: ListFile): string => `seeds/${list.replace(/\.yaml$/, '')}/`;

/** Whether a file belongs to a list: `seeds/events.yaml`, `seeds/events/<name>.yaml`. */
export const isPartOf = (list: ListFile, file: string): boolean =>
	file === `seeds/${list}` || isIn(folderOf(list), '.yaml', file);

export const isIn = (folder: string, end: string, file: string): boolean =>
	file.startsWith(folder) && file.endsWith(end) && !file.slice(folder.length).includes('/');
