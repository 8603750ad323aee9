#!/usr/bin/env bash
# One would guess: a page with `csr = false` ships no script, so nothing can ask for its data, and SvelteKit prerenders the page alone.
# What happens: beside each prerendered page with a server `load` stands `__data.json` with everything that `load` returned, also
# what the page does not show. In @sveltejs/kit 2.70.4.
# Where it matters: static builds are published as they are, so that a note which no page shows is public. Return from `load` only
# what may be read, or remove the files after the build.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @sveltejs/kit@2.70.4 @sveltejs/adapter-static@3.0.10 \
	@sveltejs/vite-plugin-svelte@7.3.1 svelte@5.57.3 vite@8.3.8
mkdir -p src/routes static
touch static/robots.txt
cat > svelte.config.js <<'JS'
import adapter from '@sveltejs/adapter-static';
export default { kit: { adapter: adapter() } };
JS
cat > vite.config.js <<'JS'
import { sveltekit } from '@sveltejs/kit/vite';
export default { logLevel: 'silent', plugins: [sveltekit()] };
JS
echo '<!doctype html><html lang="en"><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>' > src/app.html
printf 'export const prerender = true;\nexport const csr = false;\n' > src/routes/+layout.js
cat > src/routes/+page.server.js <<'JS'
export const load = () => ({ shown: 'three of five', notShown: 'ask the second source again' });
JS
echo '<script>const { data } = $props();</script><p>{data.shown}</p>' > src/routes/+page.svelte
npx vite build > build.log 2>&1
page=$(grep -c 'second source' build/index.html || true)
data=$(grep -c 'second source' build/__data.json || true)
scripts=$(grep -c '<script' build/index.html || true)
said="with the note: page $page, __data.json $data; scripts in the page: $scripts"
echo "@sveltejs/kit 2.70.4, $said"
[ "$said" = 'with the note: page 0, __data.json 1; scripts in the page: 0' ]
