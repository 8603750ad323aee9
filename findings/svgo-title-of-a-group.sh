#!/usr/bin/env bash
# One would guess: an optimiser that keeps titles keeps the `<g>` that one belongs to, too: it is the name of the mark that the group
# draws, read out and shown as its tooltip.
# What happens: a group without attributes is taken away and its title put into what is around it, beside the others. At the top of the
# picture the first of them, if no other title comes before, becomes the name of the whole picture, and no mark has one any more.
# A group with any attribute (`class`) keeps its title. With the default settings of svgo 4.1.0.
# Where it matters: charts drawn on a server by a library that groups a mark with its title, and then made small: the picture looks the
# same, and is named after its first mark.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts svgo@4.1.0 happy-dom@20.0.0
cat > run.mjs <<'JS'
import { Window } from 'happy-dom';
import { optimize, VERSION } from 'svgo';
const { document } = new Window();
const named = (attributes, optimized) => {
	const mark = (title, x) => `<g${attributes}><title>${title}</title><path d="M${x} 0h5v5z"/><path d="M${x} 9h5v5z"/></g>`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">${mark('A visit', 0)}${mark('A call', 9)}</svg>`;
	document.body.innerHTML = optimized ? optimize(svg).data : svg;
	return [...document.querySelectorAll('title')].map((title) => `${title.textContent} is the title of ${title.parentElement.localName}`).join(', ');
};
console.log(`svgo ${VERSION}`);
console.log(`before: ${named('', false)}`);
console.log(`after: ${named('', true)}`);
console.log(`after, groups with a class: ${named(' class="mark"', true)}`);
JS
said=$(node run.mjs)
echo "$said"
[ "$said" = "svgo 4.1.0
before: A visit is the title of g, A call is the title of g
after: A visit is the title of svg, A call is the title of svg
after, groups with a class: A visit is the title of g, A call is the title of g" ]
