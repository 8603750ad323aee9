#!/usr/bin/env bash
# One would guess: an edge whose `weight` is 0 in a GEXF file has the weight 0 once it is read; only one without a weight has 1.
# What happens: it has 1, like an edge of full weight. In gexf 0.2.6; graphology-gexf 0.13.2, which wrote the file, reads 0.
# Where it matters: networks whose weights count something that may be nothing (meetings in a year, a tie that has ended). Drawn with
# this reader, a tie that is gone is as wide as one that holds.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts gexf@0.2.6 graphology@0.26.0 graphology-types@0.24.8 graphology-gexf@0.13.2
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import gexf from 'gexf';
import Graph from 'graphology';
import { parse, write } from 'graphology-gexf';
const graph = new Graph({ type: 'directed' });
for (const node of ['a', 'b', 'c']) graph.addNode(node, { label: node });
graph.addEdgeWithKey('ended', 'a', 'b', { weight: 0 });
graph.addEdgeWithKey('half', 'b', 'c', { weight: 0.5 });
graph.addEdgeWithKey('none given', 'c', 'a');
const file = write(graph, { version: '1.3' });
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
console.log(`written: ${file.match(/ weight="[^"]*"/g).join('')}`);
console.log(`graphology-gexf ${version('graphology-gexf')}: ${parse(Graph, file).mapEdges((edge, { weight }) => `${edge} ${weight}`).join(', ')}`);
console.log(`gexf ${version('gexf')}: ${gexf.parse(file).edges.map(({ id, weight }) => `${id} ${weight}`).join(', ')}`);
JS
said=$(node run.mjs)
echo "$said"
[ "$said" = 'written:  weight="0" weight="0.5"
graphology-gexf 0.13.2: ended 0, half 0.5, none given undefined
gexf 0.2.6: ended 1, half 0.5, none given 1' ]
