#!/usr/bin/env bash
# One would guess: the content of an Atom entry of type `xhtml`, which is markup and not escaped, comes out of a feed reader with its words
# in their order, as that of type `html` does.
# What happens: in each paragraph all bare text comes first, then the emphasised words and links: "He did <em>not</em> call" becomes
# "He did  call<em>not</em>", and the plain text "He did  callnot". No error. In rss-parser 3.13.0; feedsmith 3.0.1 keeps the order.
# Where it matters: whoever collects stories from such feeds quotes sentences that nobody wrote. A feed that should be read right
# everywhere has its markup escaped (`type="html"`).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts rss-parser@3.13.0 feedsmith@3.0.1
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parseFeed } from 'feedsmith';
import Parser from 'rss-parser';
const feed = (content) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:a</id><title>A feed</title><updated>2016-12-29T00:00:00Z</updated>
<entry><id>urn:b</id><title>An entry</title><updated>2016-12-29T00:00:00Z</updated><author><name>A</name></author>${content}</entry></feed>`;
const words = '<p>He did <em>not</em> call</p>';
const html = feed(`<content type="html">${words.replaceAll('<', '&lt;')}</content>`);
const xhtml = feed(`<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${words}</div></content>`);
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const paragraph = (text) => /<p>.*<\/p>/.exec(text)[0];
console.log(`rss-parser ${version('rss-parser')}, feedsmith ${version('feedsmith')}`);
for (const [type, text] of Object.entries({ html, xhtml })) {
	const [item] = (await new Parser().parseString(text)).items;
	console.log(`${type}, rss-parser: ${paragraph(item.content)} / ${item.contentSnippet}`);
	console.log(`${type}, feedsmith: ${paragraph(parseFeed(text).feed.entries[0].content.value)}`);
}
JS
said=$(node run.mjs)
echo "$said"
[ "$said" = "rss-parser 3.13.0, feedsmith 3.0.1
html, rss-parser: <p>He did <em>not</em> call</p> / He did not call
html, feedsmith: <p>He did <em>not</em> call</p>
xhtml, rss-parser: <p>He did  call<em>not</em></p> / He did  callnot
xhtml, feedsmith: <p>He did <em>not</em> call</p>" ]
