#!/usr/bin/env bash
# One would guess: a clipper that turns an article into Markdown writes the quotation marks of a `<q>`, which the browser draws and the
# text does not hold; Markdown has no other sign for it.
# What happens: they are left out, and what somebody is quoted as saying becomes the article's own words. As HTML the `<q>` is kept, and
# a `<blockquote>` is a quotation in both. In defuddle 0.19.4.
# Where it matters: articles clipped into notes or handed to a language model. Typed quotation marks survive, a `<q>` does not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts defuddle@0.19.4 linkedom@0.18.15
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { Defuddle } from 'defuddle/node';
const around = '<p>A paragraph of an article, long enough to count, with commas, and more words that say what happened in that year.</p>'.repeat(3);
const said = '<p>He wrote that <q>nothing was said</q> of it.</p><p>He wrote that “nothing was asked” either.</p><blockquote><p>Nothing came of it.</p></blockquote>';
const page = `<!doctype html><html lang="en"><title>A title</title><article><h1>A title</h1>${around}${said}${around}</article></html>`;
console.log(`defuddle ${JSON.parse(readFileSync('node_modules/defuddle/package.json', 'utf8')).version}`);
for (const markdown of [false, true]) {
	const { content } = await Defuddle(page, 'https://example.org/', { markdown });
	console.log(`${markdown ? 'Markdown' : 'HTML'}: ${content.match(/He wrote.*?(of it|either)\.|(> )?Nothing came of it\./g).join(' | ')}`);
}
JS
said=$(node run.mjs)
echo "$said"
[ "$said" = "defuddle 0.19.4
HTML: He wrote that <q>nothing was said</q> of it. | He wrote that “nothing was asked” either. | Nothing came of it.
Markdown: He wrote that nothing was said of it. | He wrote that “nothing was asked” either. | > Nothing came of it." ]
