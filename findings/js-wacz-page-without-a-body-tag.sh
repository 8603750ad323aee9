#!/usr/bin/env bash
# One would guess: a packer of web archives that finds the pages among the captures lists every page that was captured whole, with its title.
# What happens: a page whose source does not write `<body>`, which HTML lets one leave out, is no page; nothing is said. It is in the
# archive and in its index, but not in the list of pages, which is empty if all pages are written so.
# In @harvard-lil/js-wacz 0.1.6.
# Where it matters: minifiers take such tags away, and short pages, such as frames of charts, are often written without. Players of archives
# (WACZ) offer the list of pages to begin with: a story is kept and not offered. Give a list of one's own (`--pages`).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @harvard-lil/js-wacz@0.1.6 warcio@2.4.11 fflate@0.8.3 \
	html-minifier-terser@7.2.0
cat > write.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { minify } from 'html-minifier-terser';
import { WARCRecord, WARCSerializer } from 'warcio';
const page = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A story</title></head><body><h1>A story</h1><p>Words.</p></body></html>';
const pages = { full: page, minified: await minify(page, { removeOptionalTags: true }), short: '<!doctype html><title>A chart</title><p>Words.</p>' };
const records = [];
for (const [name, html] of Object.entries(pages)) {
	console.log(`${name}: ${html}`);
	const response = { type: 'response', url: `https://example.org/${name}`, date: '2016-12-29T10:00:00Z', statusline: 'HTTP/1.1 200 OK', httpHeaders: { 'Content-Type': 'text/html; charset=utf-8' }, warcHeaders: {} };
	const body = (async function* () {
		yield new TextEncoder().encode(html);
	})();
	records.push(await WARCSerializer.serialize(WARCRecord.create(response, body)));
}
writeFileSync('captures.warc', Buffer.concat(records));
JS
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
const version = JSON.parse(readFileSync('node_modules/@harvard-lil/js-wacz/package.json', 'utf8')).version;
const files = unzipSync(readFileSync('captures.wacz'));
const addresses = (name) => [...strFromU8(files[name]).matchAll(/"url": ?"https:\/\/example\.org\/(\w+)"/g)].map(([, page]) => page).sort().join(', ');
console.log(`@harvard-lil/js-wacz ${version}, in the index: ${addresses('indexes/index.cdx')}; pages: ${addresses('pages/pages.jsonl')}`);
JS
node write.mjs
npx js-wacz create --file captures.warc --output captures.wacz --log-level silent
said=$(node read.mjs)
echo "$said"
[ "$said" = '@harvard-lil/js-wacz 0.1.6, in the index: full, minified, short; pages: full' ]
