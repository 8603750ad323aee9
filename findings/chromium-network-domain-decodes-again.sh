#!/usr/bin/env bash
# One would guess: switching on the Network domain of the DevTools protocol only reports what the network does.
# What happens: the page's main thread decodes the whole document a second time when it has arrived, in Chromium 153, by
# trace.
# Where it matters: browser drivers switch the domain on for every page. A page of much HTML measures as slower to its
# first paint, by a share that grows with its bytes and with a simulated slow processor, and that no reader pays.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @sparticuz/chromium@153.0.0 playwright-core@1.64.1
cat > run.js <<'SCRIPT'
import { createServer } from 'node:http';
import packaged from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const html = `<!doctype html><meta charset="utf-8"><title>A page</title>${'<p>Words – of a page.</p>\n'.repeat(12_000)}`;
const size = Buffer.byteLength(html);
const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html));
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const address = `http://127.0.0.1:${server.address().port}/`;

const browser = await chromium.launch({ executablePath: await packaged.executablePath(), args: ['--no-sandbox'] });
const session = await browser.newBrowserCDPSession();
let bytes = 0;
session.on('Tracing.dataCollected', ({ value }) => {
	for (const { name, ph, args } of value)
		if (name === 'TextResourceDecoder::Decode' && ph === 'X') bytes += args.data_len ?? 0;
});

/** How often the whole document is decoded while it is loaded, in a page that is not one of the driver's. */
async function decodings(domains) {
	const { targetId } = await session.send('Target.createTarget', { url: 'about:blank' });
	const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
	const messages = [...domains.map((domain) => [`${domain}.enable`]), ['Page.navigate', { url: address }]];
	bytes = 0;
	await session.send('Tracing.start', { transferMode: 'ReportEvents', categories: 'blink,loading,devtools.timeline' });
	for (const [index, [method, params]] of messages.entries())
		await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: index + 1, method, params }) });
	await new Promise((done) => setTimeout(done, 4000));
	const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
	await session.send('Tracing.end');
	await complete;
	await session.send('Target.closeTarget', { targetId });
	return bytes / size;
}
const off = await decodings(['Page']);
const on = await decodings(['Page', 'Network']);
console.log(`Chromium ${browser.version()}, a document of ${size} bytes`);
console.log(`bytes decoded, in sizes of the document: Network domain off ${off.toFixed(1)}, on ${on.toFixed(1)}`);
await browser.close();
server.close();
process.exit(Math.round(off) === 1 && Math.round(on) === 2 ? 0 : 1);
SCRIPT
node run.js
