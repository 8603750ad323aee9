#!/usr/bin/env bash
# One would guess: where `font-family: Arial` shows Arimo or Liberation Sans, as on most Linux desktops, the adjusted fallback font
# that tools write for a page, `@font-face { src: local(Arial); size-adjust: … }`, applies, too.
# What happens: `font-family` asks fontconfig, which knows substitutes of the same widths; `local()` compares full names and
# finds nothing, so the page shows the substitute without any adjustment. Only `local('Arimo Regular')` loads. In Chromium 153 on Linux.
# Where it matters: labels and line lengths that rely on fallback fonts with `size-adjust`: there they are as wide as if the
# rule were missing. Name the free fonts of the same metrics in the same `src`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @sparticuz/chromium@153.0.0 playwright-core@1.64.1 \
	@expo-google-fonts/arimo@0.4.3
mkdir fonts
cp node_modules/@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf fonts/
cat > fonts.conf <<XML
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>$folder/fonts</dir>
	<cachedir>$folder/cache</cachedir>
	<alias binding="same"><family>Arial</family><accept><family>Arimo</family></accept></alias>
</fontconfig>
XML
cat > run.js <<'SCRIPT'
import packaged from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const browser = await chromium.launch({ executablePath: await packaged.executablePath(), args: ['--no-sandbox'] });
console.log(`Chromium ${browser.version()}`);
const page = await browser.newPage();
await page.setContent(`<!doctype html><title>A page</title><style>
	@font-face { font-family: 'Fitted Arial'; src: local(Arial); size-adjust: 50%; }
	@font-face { font-family: 'Fitted Arimo'; src: local('Arimo Regular'); size-adjust: 50%; }
	</style><p style="font: 20px Arial">Words</p>`);
const session = await page.context().newCDPSession(page);
await session.send('DOM.enable');
await session.send('CSS.enable');
const { root } = await session.send('DOM.getDocument');
const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'p' });
const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
const load = (name) => page.evaluate((font) => document.fonts.load(font).then(() => 'loads', () => 'not found'), `20px "${name}"`);
const seen = { family: fonts.map(({ familyName }) => familyName).join(), arial: await load('Fitted Arial'), arimo: await load('Fitted Arimo') };
await browser.close();
console.log(`font-family: Arial is shown in ${seen.family}; local(Arial): ${seen.arial}; local(Arimo Regular): ${seen.arimo}`);
process.exit(seen.family === 'Arimo' && seen.arial === 'not found' && seen.arimo === 'loads' ? 0 : 1);
SCRIPT
FONTCONFIG_FILE="$folder/fonts.conf" node run.js
