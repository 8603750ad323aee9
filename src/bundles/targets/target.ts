/** The type of an export target. */
import type { ChartId } from '#lib/model/charts.ts';
import type { Bundle } from '#bundles/bundle.ts';
import type { Built } from '#bundles/built.ts';

export interface TargetOptions {
	readonly charts: readonly ChartId[];
	/** Where to report security holes, as `security.txt` requires it: `mailto:…`, `https://…`; null if not given. */
	readonly contact: string | null;
}

export interface Target {
	readonly summary: string;
	/** Whether `--chart` selects its content. */
	readonly byChart: boolean;
	/** The folders of its bundles, known before anything is made. */
	readonly folders: (options: TargetOptions) => readonly string[];
	/** The folders to write; a pure function of its arguments. */
	readonly bundles: (built: Built, options: TargetOptions) => readonly Bundle[] | Promise<readonly Bundle[]>;
}
