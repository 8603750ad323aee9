#!/usr/bin/env bash
# One would guess: a title given to a PDF may hold any character, in its XML metadata as in its information dictionary.
# What happens: the title is put into the XML as it is; with an ampersand ("Cut & shut") the metadata are no well-formed XML, and
# no warning is given. The dictionary is right. In pdfkit 0.20.2, for PDF 1.4 and later.
# Where it matters: archives, picture desks and checkers of accessibility read the title from these metadata; they take the
# document for one without a title, or for a broken one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts pdfkit@0.20.2 saxes@6.0.0
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { SaxesParser } from 'saxes';
async function metadata(Title) {
	const page = new PDFDocument({ pdfVersion: '1.7', compress: false, info: { Title, CreationDate: new Date(0) } });
	const parts = [];
	page.on('data', (part) => parts.push(part));
	await new Promise((done) => page.on('end', done).end());
	const xml = /<x:xmpmeta.*<\/x:xmpmeta>/s.exec(Buffer.concat(parts).toString('utf8'))[0];
	let isWellFormed = true;
	const parser = new SaxesParser();
	parser.on('error', () => (isWellFormed = false));
	parser.write(xml).close();
	return isWellFormed ? 'well-formed' : 'not well-formed';
}
console.log(`pdfkit ${JSON.parse(readFileSync('node_modules/pdfkit/package.json', 'utf8')).version}`);
console.log(`Cut and shut: ${await metadata('Cut and shut')}`);
console.log(`Cut & shut: ${await metadata('Cut & shut')}`);
JS
said=$(node run.mjs)
echo "$said"
[ "$said" = "pdfkit 0.20.2
Cut and shut: well-formed
Cut & shut: not well-formed" ]
