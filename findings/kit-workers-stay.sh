#!/usr/bin/env bash
# One would guess: the two worker threads in which SvelteKit analyses and prerenders a site end with their work, so that the memory
# of one is free before the other starts, and that of both when the plugins that follow work on the finished site.
# What happens: both still run, with their heaps, while the last plugin closes: Kit only drops its own reference to them, and each
# still listens for messages. In @sveltejs/kit 2.70.4.
# Where it matters: the peak memory of builds in small containers, which is that of the bundler, both workers and whatever
# compresses or copies the site at the end, all at once. A module that Kit loads in its workers (the configuration) can let them
# end with `parentPort.unref()`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @sveltejs/kit@2.70.4 @sveltejs/adapter-static@3.0.10 \
	@sveltejs/vite-plugin-svelte@7.3.1 svelte@5.57.3 vite@8.3.8
mkdir -p src/routes
cat > svelte.config.js <<'JS'
import adapter from '@sveltejs/adapter-static';
import { isMainThread, parentPort } from 'node:worker_threads';
if (process.env.LETS_GO && !isMainThread) parentPort.unref();
export default { kit: { adapter: adapter() } };
JS
cat > vite.config.js <<'JS'
import { sveltekit } from '@sveltejs/kit/vite';
const last = {
	name: 'last',
	enforce: 'post',
	closeBundle: {
		order: 'post',
		sequential: true,
		handler() {
			if (this.environment.name !== 'ssr') return;
			console.log(`workers: ${process.report.getReport().workers.length}`);
		},
	},
};
export default { logLevel: 'silent', plugins: [sveltekit(), last] };
JS
echo '<!doctype html><html lang="en"><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>' > src/app.html
echo 'export const prerender = true;' > src/routes/+layout.js
echo '<h1>Page</h1>' > src/routes/+page.svelte
built() { npx vite build 2>&1 | grep '^workers'; }
said="as it is: $(built); with an unref: $(LETS_GO=1 built)"
echo "@sveltejs/kit 2.70.4, $said"
[ "$said" = "as it is: workers: 2; with an unref: workers: 0" ]
