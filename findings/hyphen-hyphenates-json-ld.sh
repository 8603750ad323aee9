#!/usr/bin/env bash
# One would guess: a hyphenator that takes HTML and leaves its tags alone puts soft hyphens into the words that are read, and leaves
# what is no text (`<script>`, `<style>`) as it was.
# What happens: only the tags themselves are left out. Names in JSON-LD get soft hyphens, "@con·text", so that it is well-formed JSON
# and says nothing; in a style sheet ".nav·i·ga·tion" and "col·or" fit no element and no property; `<!doc·type html>` sets the page
# in quirks mode. Soft hyphens are not seen in an editor either. In hyphen 1.14.1.
# Where it matters: finished pages that are hyphenated at build time for narrow columns: search engines lose author, date and headline.
# Hyphenate the text of paragraphs, before it is in a page.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts hyphen@1.14.1 jsonld@8.3.3 jsdom@26.1.0
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import hyphen from 'hyphen/en/index.js';
import { JSDOM } from 'jsdom';
import jsonld from 'jsonld';
const before = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A story</title><style>.navigation { color: red }</style>
<script type="application/ld+json">{"@context":{"@vocab":"https://schema.org/"},"@type":"NewsArticle","headline":"A story","datePublished":"2016-12-29"}</script></head>
<body><p class="navigation">Information</p></body></html>`;
const after = hyphen.hyphenateSync(before);
console.log(`hyphen ${JSON.parse(readFileSync('node_modules/hyphen/package.json', 'utf8')).version}`);
for (const [when, html] of Object.entries({ before, after })) {
	const { window } = new JSDOM(html);
	const { document } = window;
	const data = document.querySelector('script').textContent;
	const shown = (text) => text.replaceAll('\u00ad', '·');
	console.log(`${when}: ${shown(document.querySelector('p').textContent)}, ${document.compatMode}`);
	console.log(`  ${shown(data)}`);
	console.log(`  statements in it: ${(await jsonld.toRDF(JSON.parse(data))).length}`);
	console.log(`  ${shown(document.querySelector('style').textContent)}: ${window.getComputedStyle(document.querySelector('p')).color === 'rgb(255, 0, 0)' ? 'the paragraph is red' : 'the paragraph is not red'}`);
}
JS
said=$(node run.mjs)
echo "$said"
[ "$said" = 'hyphen 1.14.1
before: Information, CSS1Compat
  {"@context":{"@vocab":"https://schema.org/"},"@type":"NewsArticle","headline":"A story","datePublished":"2016-12-29"}
  statements in it: 3
  .navigation { color: red }: the paragraph is red
after: In·for·ma·tion, BackCompat
  {"@con·text":{"@vo·cab":"https://schema.org/"},"@type":"NewsAr·ti·cle","head·line":"A sto·ry","datePub·lished":"2016-12-29"}
  statements in it: 0
  .nav·i·ga·tion { col·or: red }: the paragraph is not red' ]
