#!/usr/bin/env bash
# One would guess: `vitest run -u first.test.js second.test.js` runs both files and renews their snapshots, or reports a value
# of `-u` that it does not know.
# What happens: `-u` takes the path that follows it as its value. That file is left out without a word, the other one runs, and the
# exit code is 0. With the paths first, and `-u` last, both run. In vitest 4.1.12.
# Where it matters: reviewed drawings that are renewed by a list of files; one stays as it was, and nobody is told. Write `-u` last.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts vitest@4.1.12
for name in first second; do
	cat > "$name.test.js" <<JS
import { expect, test } from 'vitest';
test('$name', () => expect(1 + 1).toBe(2));
JS
done
ran() { npx vitest run --reporter=json --outputFile=out.json "$@" >/dev/null && node -p 'JSON.parse(require("fs").readFileSync("out.json", "utf8")).testResults.map(({ name }) => name.replace(/.*[/\\]|\.test\.js/g, "")).sort().join(" and ")'; }
said="-u before the paths runs $(ran -u first.test.js second.test.js); after them $(ran first.test.js second.test.js -u)"
echo "vitest 4.1.12: $said"
[ "$said" = "-u before the paths runs second; after them first and second" ]
