#!/usr/bin/env bash
# One would guess: a font with `font-display: optional` that came too late for the first paint is not used in this visit.
# What happens: it is used as soon as a script changes any rule of the sheet that holds its `@font-face`, such as the
# condition of a media query: all text is set anew and the page moves. With `@font-face` in a sheet of its own the fallback
# stays. In Chromium 153.
# Where it matters: pages that promise not to shift, and whose scripts switch styles on (controls that only scripts need,
# themes). What they change and their fonts must not share a sheet, as bundlers make them do.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @sparticuz/chromium@153.0.0 playwright-core@1.64.1 \
	@fontsource-variable/source-sans-3@5.3.0
cat > run.js <<'SCRIPT'
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import packaged from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const font = readFileSync('node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2');
const face = '@font-face{font-family:Late;src:url(/late.woff2);font-display:optional}p{font:40px Late,monospace;width:max-content}';
const rule = '@media scripted{b{color:red}}';
const pages = {
	'/one': `<style>${face}${rule}</style>`,
	'/two': `<style>${face}</style><style>${rule}</style>`,
};
const server = createServer((request, response) => {
	if (request.url === '/late.woff2') {
		setTimeout(() => response.writeHead(200, { 'content-type': 'font/woff2' }).end(font), 700);
	} else {
		response.writeHead(200, { 'content-type': 'text/html' });
		response.end(`<!doctype html><title>A page</title>${pages[request.url] ?? ''}<p>Letters of a width</p>`);
	}
}).listen(0, '127.0.0.1');
const browser = await chromium.launch({ executablePath: await packaged.executablePath(), args: ['--no-sandbox'] });
console.log(`Chromium ${browser.version()}`);
const width = (page) => page.evaluate(() => document.querySelector('p').getBoundingClientRect().width);
const moved = {};
for (const [path, sheets] of [['/one', 'one sheet'], ['/two', 'a sheet for the font']]) {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(`http://127.0.0.1:${server.address().port}${path}`);
	await page.waitForTimeout(1500);
	const before = await width(page);
	await page.evaluate(() => {
		const { media } = [...document.styleSheets].at(-1).cssRules[document.styleSheets.length > 1 ? 0 : 2];
		media.mediaText = 'screen';
	});
	await page.waitForTimeout(500);
	const after = await width(page);
	console.log(`${sheets}: ${before} px, after a rule has changed ${after} px`);
	moved[path] = before !== after;
	await context.close();
}
await browser.close();
server.close();
process.exit(moved['/one'] && !moved['/two'] ? 0 : 1);
SCRIPT
node run.js
