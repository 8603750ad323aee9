/** Prints the valid sample as compiled, for a test that runs this in other time zones and locales. */
import { compile } from '#compile/compile.ts';
import { sample } from './project.ts';

process.stdout.write(JSON.stringify(compile(sample('_valid')).story));
