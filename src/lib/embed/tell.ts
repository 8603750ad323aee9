/** Runs at the end of the page: how high it is, for the page that frames it. */
import { tellHeight } from './height.ts';

tellHeight(document.querySelector<HTMLElement>('figure[data-chart]')?.dataset['chart'] ?? 'embed');
