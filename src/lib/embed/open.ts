/** Runs behind the figure, before that is painted: the state that the address asks for. */
import { parseOptions } from './options.ts';
import { showOption } from './state.ts';

showOption(document, parseOptions(location.search));
