/** Runs in the head, before the first paint: sets the options that styles need as attributes of the root element. */
import { parseOptions } from './options.ts';

const { theme, header, motion, background } = parseOptions(location.search);
const { dataset } = document.documentElement;
if (theme !== 'auto') dataset['theme'] = theme;
if (!header) dataset['header'] = '0';
if (!motion) dataset['motion'] = '0';
if (background === 'transparent') dataset['background'] = background;
