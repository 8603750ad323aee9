/** All targets, by the names that `--target` takes. */
import { site } from './site.ts';
import type { Target } from './target.ts';

export const targets: Readonly<Record<string, Target>> = { site };
