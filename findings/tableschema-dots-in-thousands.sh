#!/usr/bin/env bash
# One would guess: a column of numbers that says `"decimalChar": ",", "groupChar": "."` reads "1.000,5" as a thousand and a half, or
# refuses it.
# What happens: it is 10005, and "0,5" is 5: the comma becomes a point, and then all points are taken out as groups. No error.
# Either property alone, and a space between thousands, are read right. In tableschema 1.12.6, which datapackage uses.
# Where it matters: tables from German, Italian, Spanish or Turkish offices, described as their numbers are written, give figures ten or
# a hundred times too large, by their decimals, and charts that look well.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts tableschema@1.12.6
cat > run.cjs <<'JS'
const { readFileSync } = require('fs');
const { Field } = require('tableschema');
const read = (properties, text) => console.log(`${JSON.stringify(properties)} ${text}: ${new Field({ name: 'n', type: 'number', ...properties }).castValue(text)}`);
console.log(`tableschema ${JSON.parse(readFileSync('node_modules/tableschema/package.json', 'utf8')).version}`);
read({ decimalChar: ',', groupChar: '.' }, '1.000,5');
read({ decimalChar: ',', groupChar: '.' }, '0,5');
read({ decimalChar: ',', groupChar: ' ' }, '1 000,5');
read({ decimalChar: ',' }, '1000,5');
read({ groupChar: ',' }, '1,000.5');
JS
said=$(node run.cjs)
echo "$said"
[ "$said" = 'tableschema 1.12.6
{"decimalChar":",","groupChar":"."} 1.000,5: 10005
{"decimalChar":",","groupChar":"."} 0,5: 5
{"decimalChar":",","groupChar":" "} 1 000,5: 1000.5
{"decimalChar":","} 1000,5: 1000.5
{"groupChar":","} 1,000.5: 1000.5' ]
