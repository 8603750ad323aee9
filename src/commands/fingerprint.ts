/** `npm run seeds:fingerprint -- <original.txt> <source-id>`: writes `seeds/fingerprints/<source-id>.json`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fingerprint } from '#compile/evidence/fingerprint.ts';

const [original, source] = process.argv.slice(2);
if (original === undefined || source === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(source)) {
	console.error('Write: npm run seeds:fingerprint -- <original.txt> <source-id>');
	process.exit(1);
}
const print = fingerprint(readFileSync(original, 'utf8'));
mkdirSync('seeds/fingerprints', { recursive: true });
writeFileSync(`seeds/fingerprints/${source}.json`, `${JSON.stringify(print, null, '\t')}\n`);
console.log(`seeds/fingerprints/${source}.json: ${String(print.length)} characters, SHA-256 ${print.sha256}`);
