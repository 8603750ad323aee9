#!/usr/bin/env bash
# One would guess: where the root layout says `csr = false` and no page says otherwise, Kit builds nothing for the browser, as it
# does for a site of such pages.
# What happens: as soon as one page exports `entries`, which only names the pages of a dynamic route to prerender, the whole client is
# built again, router and all, although no page asks for it. Kit skips that build only where it can read the options of
# every page without running it, and `entries`, a function, is among them. In @sveltejs/kit 2.70.4.
# Where it matters: sites of plain documents with dynamic routes (one page a chart, an article, a source). Each build takes
# the seconds of a second bundle that nobody loads, and a static host gets its files.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @sveltejs/kit@2.70.4 @sveltejs/adapter-static@3.0.10 \
	@sveltejs/vite-plugin-svelte@7.3.1 svelte@5.57.3 vite@8.3.8
echo "import adapter from '@sveltejs/adapter-static'; export default { kit: { adapter: adapter() } };" > svelte.config.js
echo "import { sveltekit } from '@sveltejs/kit/vite'; export default { plugins: [sveltekit()], logLevel: 'silent' };" > vite.config.js
mkdir -p static 'src/routes/charts/[id]'
echo 'User-agent: *' > static/robots.txt
echo '<!doctype html><html lang="en"><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>' > src/app.html
echo 'export const prerender = true; export const csr = false;' > src/routes/+layout.js
echo '<a href="/charts/ties">Ties</a>' > src/routes/+page.svelte
echo '<p>A chart</p>' > 'src/routes/charts/[id]/+page.svelte'
scripts() {
	rm -rf .svelte-kit build
	npx vite build >log 2>&1 || { cat log; exit 1; }
	[ -f build/charts/ties.html ]
	find build -name '*.js' | wc -l
}
without=$(scripts)
echo "export const entries = () => [{ id: 'ties' }];" > 'src/routes/charts/[id]/+page.js'
with=$(scripts)
echo "@sveltejs/kit $(node -p "require('./node_modules/@sveltejs/kit/package.json').version")"
echo "scripts in the site, no page exporting entries: $without"
echo "scripts in the site, one page exporting entries: $with"
[ "$without" -eq 0 ] && [ "$with" -gt 0 ]
