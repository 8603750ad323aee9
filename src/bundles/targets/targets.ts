/** All targets, by the names that `--target` takes. */
import { archive } from './archive.ts';
import { chart } from './chart.ts';
import { site } from './site.ts';
import { singleFile } from './single-file.ts';
import type { Target } from './target.ts';
import { wire } from './wire.ts';

export const targets: Readonly<Record<string, Target>> = {
	site,
	chart,
	'single-file': singleFile,
	wire,
	archive,
};
