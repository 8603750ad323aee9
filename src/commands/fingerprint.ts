/** `npm run seeds:fingerprint -- <original.txt> <source-id>`: writes `seeds/fingerprints/<source-id>.json`. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fingerprint } from '#compile/evidence/fingerprint.ts';
import { exitWith, readCommandLine } from './command-line.ts';

const USAGE = `Usage: npm run seeds:fingerprint -- <original.txt> <source-id>

Writes seeds/fingerprints/<source-id>.json: hashes of the article, against which its quotations are checked.

  <original.txt>  the text of the article, UTF-8
  <source-id>     lower-case words joined by hyphens, the name of seeds/sources/<source-id>.yaml
  --help          shows this help`;

const [original = '', source = ''] = readCommandLine(USAGE, {}, [2, 2]).positionals;
if (!existsSync(original)) exitWith(USAGE, [`${original} does not exist.`]);
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(source))
	exitWith(USAGE, [`${source} is not an id: write lower-case words joined by hyphens.`]);
const print = fingerprint(readFileSync(original, 'utf8'));
mkdirSync('seeds/fingerprints', { recursive: true });
writeFileSync(`seeds/fingerprints/${source}.json`, `${JSON.stringify(print, null, '\t')}\n`);
console.log(`seeds/fingerprints/${source}.json: ${String(print.length)} characters, SHA-256 ${print.sha256}`);
