#!/usr/bin/env bash
# One would guess: `element.querySelectorAll('svg > *')`, asked of an `<svg>` itself, gives its children, as in every browser: a
# selector is matched against the whole document, and only what is found has to lie within the element.
# What happens: it gives nothing; the element itself takes no part in the match. In node-html-parser 9.0.7.
# Where it matters: a check that walks "all children of the picture" in this way finds none to complain of, and passes whatever
# the picture holds.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-html-parser@9.0.7 happy-dom@20.0.0
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { parse } from 'node-html-parser';
const html = '<svg><g><path></path></g></svg>';
console.log(`node-html-parser ${JSON.parse(readFileSync('node_modules/node-html-parser/package.json', 'utf8')).version}`);
console.log(`its own: ${parse(html).querySelector('svg').querySelectorAll('svg > *').length}`);
const { document } = new Window();
document.body.innerHTML = html;
console.log(`the DOM's: ${document.querySelector('svg').querySelectorAll('svg > *').length}`);
JS
said=$(node run.mjs)
echo "$said"
[ "$said" = "node-html-parser 9.0.7
its own: 0
the DOM's: 1" ]
