#!/usr/bin/env bash
# One would guess: a quotation (TextQuoteSelector) that stands in a page word for word is found there; likeness is looked for only
# where no words are the same.
# What happens: its first 32 characters choose the place; of several, without a prefix, suffix or hint, the one nearest to the middle of
# the text. Where two passages begin alike, the words of the other one are found, or nothing, although the quotation is there once and
# exactly. In dom-anchor-text-quote 4.0.2; @apache-annotator/dom 0.2.0 finds the right one.
# Where it matters: evidence shown beside its source: annotated articles repeat beginnings ("The ambassador said that …"), and the
# mark then stands on a sentence that says something else. Compare the words that were found with the quotation.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts dom-anchor-text-quote@4.0.2 \
	@apache-annotator/dom@0.2.0 @apache-annotator/selector@0.2.0 jsdom@26.1.0
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { JSDOM } from 'jsdom';
const { document, Node, NodeFilter, Range } = new JSDOM().window;
Object.assign(globalThis, { document, Node, NodeFilter, Range });
const { toTextPosition } = createRequire(import.meta.url)('dom-anchor-text-quote');
const { createTextQuoteSelectorMatcher } = await import('@apache-annotator/dom');
const visit = 'The ambassador came to the tower twice.';
document.body.innerHTML = `<p>${visit} First he met the adviser in the spring.</p><p>${visit} Then he met the adviser again in December.</p>
	<p>That was all that was known of it for some months, says the report.</p>`;
const text = document.body.textContent;
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
console.log(`dom-anchor-text-quote ${version('dom-anchor-text-quote')}, @apache-annotator/dom ${version('@apache-annotator/dom')}`);
for (const exact of [`${visit} First he met the adviser`, `${visit} First he met the adviser in the spring.`]) {
	const place = toTextPosition(document.body, { exact });
	const found = [];
	for await (const range of createTextQuoteSelectorMatcher({ type: 'TextQuoteSelector', exact })(document.body)) found.push(range.toString());
	console.log(`quoted, ${text.split(exact).length - 1} time: ${exact}`);
	console.log(`dom-anchor-text-quote: ${place ? text.slice(place.start, place.end).trimEnd() : 'nothing'}`);
	console.log(`@apache-annotator/dom: ${found.join(' / ')}`);
}
JS
said=$(node run.mjs)
echo "$said"
[ "$said" = "dom-anchor-text-quote 4.0.2, @apache-annotator/dom 0.2.0
quoted, 1 time: The ambassador came to the tower twice. First he met the adviser
dom-anchor-text-quote: The ambassador came to the tower twice. Then he met the adviser
@apache-annotator/dom: The ambassador came to the tower twice. First he met the adviser
quoted, 1 time: The ambassador came to the tower twice. First he met the adviser in the spring.
dom-anchor-text-quote: nothing
@apache-annotator/dom: The ambassador came to the tower twice. First he met the adviser in the spring." ]
