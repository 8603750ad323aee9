/** Records as their schemas define them, with their places in the files. */
import type { z } from 'zod';
import type { Spot } from '#compile/diagnostic.ts';
import type { ListFile } from './files.ts';
import type { annotation, files, source } from './schema.ts';
import type { story } from './edition-schema.ts';
import type { Path } from './yaml.ts';

export interface File {
	readonly file: string;
	readonly text: string;
}

export interface Item<T> {
	readonly record: T;
	readonly at: (...path: Path) => Spot;
	readonly keyAt: (...path: Path) => Spot;
}

export type ListItem<F extends ListFile> = z.infer<(typeof files)[F]['element']>;
export type Lists = { readonly [F in ListFile]: readonly Item<ListItem<F>>[] };

export type SourceSeed = Omit<z.infer<typeof source>, 'annotations'>;
export type AnnotationSeed = z.infer<typeof annotation>;
export type SubjectSeed = z.infer<typeof story>;
