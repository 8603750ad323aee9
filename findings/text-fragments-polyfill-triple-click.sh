#!/usr/bin/env bash
# One would guess: a link to the words that a reader has selected (`#:~:text=…`) marks these words, however they were selected.
# What happens: a paragraph selected by three clicks brings the whole next paragraph into the link, and the selection on the page grows by
# it while the link is made. The same words selected from the first to the last letter give the right link. Chromium ends the selection
# of three clicks at the start of the next block, before its first letter, and the library takes the block for a part of it.
# In text-fragments-polyfill 6.7.0, with Chromium 153.
# Where it matters: a button that copies a link to a quotation: what is shown as quoted goes on with words that somebody else said. End the
# range in the last text that has a letter of it, and hand over a copy.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts text-fragments-polyfill@6.7.0 @sparticuz/chromium@153.0.0 \
	playwright-core@1.64.1
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import packaged from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
const library = 'node_modules/text-fragments-polyfill';
const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A story</title>
<p>He called on Thursday.</p>
<blockquote>Nobody has called.</blockquote>
<p>The talks went on.</p>`;
const browser = await chromium.launch({ executablePath: await packaged.executablePath(), args: ['--no-sandbox'] });
const page = await browser.newPage({ locale: 'en-US' });
await page.route('**/*', (route) =>
	route.fulfill(
		route.request().url().endsWith('.js')
			? { contentType: 'text/javascript', body: readFileSync(`${library}/dist/fragment-generation-utils.js`) }
			: { contentType: 'text/html', body: html },
	),
);
await page.goto('https://example.org/');
const link = () =>
	page.evaluate(async () => {
		const { generateFragment } = await import('/generation.js');
		const words = () => getSelection().toString().trim().replace(/\s+/g, ' ');
		const before = words();
		const { textStart, textEnd } = generateFragment(getSelection()).fragment;
		return `"${before}", link from "${textStart}" to "${textEnd ?? textStart}", selected now "${words()}"`;
	});
console.log(`text-fragments-polyfill ${JSON.parse(readFileSync(`${library}/package.json`, 'utf8')).version}, Chromium ${browser.version().split('.')[0]}`);
await page.locator('p').first().click({ clickCount: 3 });
console.log(`three clicks: ${await link()}`);
await page.evaluate(() => {
	const text = document.querySelector('p').firstChild;
	getSelection().setBaseAndExtent(text, 0, text, text.length);
});
console.log(`first to last letter: ${await link()}`);
await browser.close();
JS
said=$(node run.mjs)
echo "$said"
[ "$said" = 'text-fragments-polyfill 6.7.0, Chromium 153
three clicks: "He called on Thursday.", link from "He called on" to "Nobody has called.", selected now "He called on Thursday. Nobody has called."
first to last letter: "He called on Thursday.", link from "he called on thursday." to "he called on thursday.", selected now "He called on Thursday."' ]
