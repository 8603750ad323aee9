/** Runs after the figure, before its first paint: applies the state in the address. */
import { parseOptions } from './options.ts';
import { showOption } from './state.ts';

showOption(document, parseOptions(location.search));
