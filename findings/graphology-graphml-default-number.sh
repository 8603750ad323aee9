#!/usr/bin/env bash
# One would guess: in GraphML an edge without a value takes the key's `<default>`, a number if the key says `attr.type="double"`,
# like the values that stand in the file.
# What happens: defaults are strings, "2" beside 0.5, and "false" of a boolean key counts as true. In graphology-graphml 0.5.2.
# Where it matters: networks in which most edges have the usual weight, so that only others write theirs. A sum of weights becomes a
# string of digits ("00.52"), and whatever is `false` by default is drawn as true.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts graphology@0.26.0 graphology-types@0.24.8 graphology-graphml@0.5.2
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import Graph from 'graphology';
import { parse } from 'graphology-graphml';
const graph = parse(Graph, `<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="w" for="edge" attr.name="weight" attr.type="double"><default>2</default></key>
<key id="d" for="edge" attr.name="disputed" attr.type="boolean"><default>false</default></key>
<graph edgedefault="directed"><node id="a"/><node id="b"/>
<edge id="written" source="a" target="b"><data key="w">0.5</data><data key="d">false</data></edge>
<edge id="default" source="b" target="a"/></graph></graphml>`);
console.log(`graphology-graphml ${JSON.parse(readFileSync('node_modules/graphology-graphml/package.json', 'utf8')).version}`);
graph.forEachEdge((edge, { weight, disputed }) => console.log(`${edge}: ${JSON.stringify({ weight, disputed })}, disputed ? ${disputed ? 'yes' : 'no'}`));
console.log(`sum: ${JSON.stringify(graph.reduceEdges((sum, edge, { weight }) => sum + weight, 0))}`);
JS
said=$(node run.mjs)
echo "$said"
[ "$said" = 'graphology-graphml 0.5.2
written: {"weight":0.5,"disputed":false}, disputed ? no
default: {"weight":"2","disputed":"false"}, disputed ? yes
sum: "0.52"' ]
