/** Runs at the end of the page: posts its height to the parent. */
import { tellHeight } from './height.ts';

tellHeight(document.querySelector<HTMLElement>('figure[data-chart]')?.dataset['chart'] ?? 'embed');
