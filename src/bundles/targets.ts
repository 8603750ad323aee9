/** All targets, by the names that `--target` takes. */
import { chart } from './chart.ts';
import { site } from './site.ts';
import type { Target } from './target.ts';

export const targets: Readonly<Record<string, Target>> = { site, chart };
