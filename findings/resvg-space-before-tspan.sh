#!/usr/bin/env bash
# One would guess: in SVG text, a space at the start of a span that follows bare words is drawn, as browsers draw it: "force −10".
# What happens: the renderer leaves it out, "force−10"; the same space is drawn where the words before it stand in a span too, or
# where it stands before the span. In @resvg/resvg-js 2.6.2.
# Where it matters: pictures made on a server from a chart whose labels have a number in a span of its own (another weight, or
# hidden when narrow) run words and numbers together, while the page shows them apart.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @resvg/resvg-js@2.6.2 @fontsource/source-sans-3@5.3.0 subset-font@2.9.0
cat > run.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import subsetFont from 'subset-font';
const woff = readFileSync('node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2');
writeFileSync('sans.ttf', await subsetFont(woff, 'force -10', { targetFormat: 'sfnt' }));
const font = { fontFiles: ['sans.ttf'], loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' };
const width = (words) => {
	const text = `<text y="20" font-family="Source Sans 3" font-size="20">${words}</text>`;
	return new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="30">${text}</svg>`, { font }).getBBox().width;
};
const [apart, together] = [width('force -10'), width('force-10')];
const seen = (words) => (width(words) === apart ? 'apart' : width(words) === together ? 'together' : 'otherwise');
console.log(`@resvg/resvg-js ${JSON.parse(readFileSync('node_modules/@resvg/resvg-js/package.json', 'utf8')).version}`);
console.log(`force<tspan> -10</tspan>: ${seen('force<tspan> -10</tspan>')}`);
console.log(`force <tspan>-10</tspan>: ${seen('force <tspan>-10</tspan>')}`);
console.log(`<tspan>force</tspan><tspan> -10</tspan>: ${seen('<tspan>force</tspan><tspan> -10</tspan>')}`);
JS
said=$(node run.mjs)
echo "$said"
[ "$said" = "@resvg/resvg-js 2.6.2
force<tspan> -10</tspan>: together
force <tspan>-10</tspan>: apart
<tspan>force</tspan><tspan> -10</tspan>: apart" ]
