#!/usr/bin/env bash
# One would guess: `aria-labelledby` takes the words of what it names even where that is hidden, so a row of a table in a
# closed `<details>` can name a mark of a chart.
# What happens: the name is empty as long as the fold is closed, and complete once it is open. A target under `hidden` or
# `display: none` gives its words. In Chromium 153, by the accessibility tree.
# Where it matters: charts whose marks take their names from a folded table, so that the words are in the page once. The
# table has to stand beside the fold, hidden by `display: none`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @sparticuz/chromium@153.0.0 playwright-core@1.64.1
cat > run.js <<'SCRIPT'
import packaged from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const browser = await chromium.launch({ executablePath: await packaged.executablePath(), args: ['--no-sandbox'] });
console.log(`Chromium ${browser.version()}`);
const page = await browser.newPage();
await page.setContent(`<!doctype html><title>A page</title>
	<a href="#folded" aria-labelledby="folded"></a> <a href="#hidden" aria-labelledby="hidden"></a>
	<details><summary>A table</summary><p id="folded">Seven of nine</p></details>
	<div hidden><p id="hidden">Seven of nine</p></div>`);
const session = await page.context().newCDPSession(page);
const names = async () => {
	const { nodes } = await session.send('Accessibility.getFullAXTree');
	return nodes.filter(({ role }) => role?.value === 'link').map(({ name }) => name?.value ?? '');
};
const closed = await names();
await page.locator('summary').click();
const open = await names();
await browser.close();
console.log(`closed: in the fold ${JSON.stringify(closed[0])}, hidden ${JSON.stringify(closed[1])}`);
console.log(`open:   in the fold ${JSON.stringify(open[0])}, hidden ${JSON.stringify(open[1])}`);
process.exit(closed[0] === '' && [closed[1], open[0], open[1]].every((name) => name === 'Seven of nine') ? 0 : 1);
SCRIPT
node run.js
