/** What a target is: one way of handing the site, or part of it, to somebody. */
import type { ChartId } from '#lib/model/charts.ts';
import type { Bundle } from '#bundles/bundle.ts';
import type { Built } from '#bundles/built.ts';

export interface TargetOptions {
	/** The selected charts, in the order of the story. */
	readonly charts: readonly ChartId[];
	/** Where to report security holes, as `security.txt` takes it: `mailto:…`, `https://…`; null if not given. */
	readonly contact: string | null;
}

export interface Target {
	/** What the command's help says of it. */
	readonly summary: string;
	/** Whether `--chart` chooses what goes in. */
	readonly byChart: boolean;
	/** The folders of its bundles, known before anything is made. */
	readonly folders: (options: TargetOptions) => readonly string[];
	/** The folders to be written; a function of what it is given, and of nothing else. */
	readonly bundles: (built: Built, options: TargetOptions) => readonly Bundle[] | Promise<readonly Bundle[]>;
}
