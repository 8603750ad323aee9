#!/usr/bin/env bash
# One would guess: where a page names several pictures (`og:image`), what follows a picture (`og:image:alt`, `:width`, `:height`) belongs
# to it, as the Open Graph protocol says; a picture that nothing follows has none.
# What happens: the first description goes to the first picture, the second to the second, wherever they stand. Of three pictures of
# which the second has none, it gets the third one's words and size, and the third is left bare. The picture with the largest size,
# here a wrong one, comes first in the list. In open-graph-scraper 6.12.0; unfurl.js 6.4.0 reads the same page right.
# Where it matters: link cards and their checks: a chart is read out with the words of another one, and chosen for a size that it does not
# have. Say all of a picture's properties for each, or for none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts open-graph-scraper@6.12.0 unfurl.js@6.4.0
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import scrape from 'open-graph-scraper';
import { unfurl } from 'unfurl.js';
const meta = (property, content) => `<meta property="og:${property}" content="${content}">`;
const picture = (name, alt, width) =>
	meta('image', `https://example.org/${name}.png`) + (alt ? meta('image:alt', alt) + meta('image:width', width) + meta('image:height', width / 2) : '');
const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A story</title>${meta('title', 'A story')}${meta('type', 'article')}${meta('url', 'https://example.org/')}
${picture('calls', 'Calls by day', 600)}${picture('portrait')}${picture('votes', 'Votes by state', 1200)}</head><body><p>Words.</p></body></html>`;
const version = (name) => `${name} ${JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version}`;
const told = (images) => images.map(({ url, alt = 'nothing said', width = '?' }) => `${url.split('/').pop()} (${alt}, ${width})`).join(', ');
console.log(`${version('open-graph-scraper')}: ${told((await scrape({ html })).result.ogImage)}`);
const response = new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
console.log(`${version('unfurl.js')}: ${told((await unfurl('https://example.org/', { fetch: async () => response })).open_graph.images)}`);
JS
said=$(node run.mjs)
echo "$said"
[ "$said" = "open-graph-scraper 6.12.0: portrait.png (Votes by state, 1200), calls.png (Calls by day, 600), votes.png (nothing said, ?)
unfurl.js 6.4.0: calls.png (Calls by day, 600), portrait.png (nothing said, ?), votes.png (Votes by state, 1200)" ]
