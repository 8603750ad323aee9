/** `npm run copy:translated -- <copy.xlf>`: a finished translation as the copy's own file, `src/copy/<language>.aml`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { translated } from '#bundles/translation.ts';

const ORIGINAL = 'src/copy/en.aml';

const [place, ...more] = process.argv.slice(2);
if (place === undefined || more.length > 0) {
	console.error('Give the translated template: npm run copy:translated -- copy.xlf');
	process.exitCode = 2;
} else {
	try {
		const copy = translated(readFileSync(ORIGINAL, 'utf8'), readFileSync(place, 'utf8'));
		const file = `src/copy/${/^language: (\S+)$/m.exec(copy)?.[1] ?? ''}.aml`;
		if (file === ORIGINAL)
			throw new Error(`xliff: trgLang is that of ${ORIGINAL}; write the language of the translation`);
		writeFileSync(file, copy, { flag: 'wx' });
		console.log(`${file} is written; compile it with "npm run seeds".`);
	} catch (problem) {
		console.error(problem instanceof Error ? problem.message : String(problem));
		process.exitCode = 1;
	}
}
