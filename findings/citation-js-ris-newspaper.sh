#!/usr/bin/env bash
# One would guess: a citation written as RIS, for Zotero or EndNote, says who wrote the article and on which day it came out, whatever
# the kind of source.
# What happens: a newspaper article (`article-newspaper`, written as NEWS) gets neither author nor day, only the year; an article of a
# journal and a web page get both. Read again, it has no author. BibTeX has both. In @citation-js/plugin-ris 0.8.2.
# Where it matters: stories that offer their sources to reference managers: most of these are newspaper articles, and nothing warns that
# the reporter's name is gone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2 \
	@citation-js/plugin-bibtex@0.8.2
cat > run.cjs <<'JS'
const { Cite } = require('@citation-js/core');
require('@citation-js/plugin-ris');
require('@citation-js/plugin-bibtex');
const source = { id: 'a', title: 'A title', author: [{ family: 'Smith', given: 'Anna' }], issued: { 'date-parts': [[2016, 12, 29]] } };
const as = (type, format) => new Cite({ ...source, type }).format(format, { format: 'text' });
const { version } = JSON.parse(require('fs').readFileSync('node_modules/@citation-js/plugin-ris/package.json', 'utf8'));
console.log(`@citation-js/plugin-ris ${version}`);
for (const type of ['article-journal', 'webpage', 'article-newspaper']) {
	const lines = as(type, 'ris').split('\n').filter((line) => /^(TY|AU|DA|PY)/.test(line));
	console.log(lines.join(', ').replaceAll('  - ', ' '));
}
console.log(`read again: ${new Cite(as('article-newspaper', 'ris')).data[0].author?.[0].family ?? 'no author'}`);
console.log(`as BibTeX: ${new Cite(as('article-newspaper', 'bibtex')).data[0].author?.[0].family ?? 'no author'}`);
JS
said=$(node run.cjs)
echo "$said"
[ "$said" = "@citation-js/plugin-ris 0.8.2
TY JOUR, AU Smith, Anna, DA 2016/12/29/, PY 2016
TY ELEC, AU Smith, Anna, DA 2016/12/29/, PY 2016
TY NEWS, PY 2016
read again: no author
as BibTeX: Smith" ]
