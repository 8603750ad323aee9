#!/usr/bin/env bash
# One would guess: what is drawn in the padding of an element stays visible with `content-visibility: auto`, which clips
# at the padding box, in an SVG as in a `div`.
# What happens: an SVG element in HTML is cut at its content box, also with `overflow: visible`; a `div` at its padding
# box. The browser's own styles give SVG an `overflow-clip-margin` of `content-box`; `padding-box` helps. Layout knows
# nothing of it: boxes are as before. In Chromium 153.
# Where it matters: charts that have labels in their padding, or beside their drawing, and are to be laid out only in
# sight: the labels vanish from the page, and no test that measures boxes sees it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @sparticuz/chromium@153.0.0 playwright-core@1.64.1 pngjs@7.0.0
cat > run.js <<'SCRIPT'
import packaged from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import pngjs from 'pngjs';

const browser = await chromium.launch({ executablePath: await packaged.executablePath(), args: ['--no-sandbox'] });
console.log(`Chromium ${browser.version()}`);
const page = await browser.newPage({ viewport: { width: 300, height: 100 } });
const style = 'display:block;box-sizing:border-box;width:200px;height:50px;padding-left:100px;overflow:visible;color:red';
// A red square of 20 pixels at 40, which is in the padding.
const drawings = {
	svg: (rule) => `<svg style="${style};${rule}"><rect x="-60" y="10" width="20" height="20" fill="red"/></svg>`,
	div: (rule) =>
		`<div style="${style};${rule}"><b style="display:block;width:20px;height:20px;margin:10px 0 0 -60px;background:red"></b></div>`,
};
const AUTO = 'content-visibility:auto';
const HELPED = `${AUTO};overflow-clip-margin:padding-box`;
const painted = {};
for (const [name, drawing] of Object.entries(drawings)) {
	for (const rule of ['', AUTO, HELPED]) {
		await page.setContent(`<!doctype html><title>A page</title><body style="margin:0">${drawing(rule)}`);
		const { width, data } = pngjs.PNG.sync.read(await page.screenshot());
		const [red, green] = data.subarray((20 * width + 50) * 4);
		painted[`${name} ${rule || 'plain'}`] = red === 255 && green === 0;
	}
}
for (const [name, is] of Object.entries(painted)) console.log(`${name}: padding ${is ? 'painted' : 'cut off'}`);
await browser.close();
const cut = Object.keys(painted).filter((name) => !painted[name]);
process.exit(cut.join() === `svg ${AUTO}` ? 0 : 1);
SCRIPT
node run.js
