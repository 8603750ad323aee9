#!/usr/bin/env bash
# One would guess: a plugin's `closeBundle(error)` comes once a build, with the error where the build failed, so that a plugin which
# works on the finished output can tell a build that failed from one that went well.
# What happens: where another plugin's `load` throws, it comes twice, first with the error, then once more without any, as after
# a good build. `writeBundle` does not come at all. In vite 8.3.8.
# Where it matters: whatever works on an output folder at the end (compressing, copying, freezing a version) finds that of the build
# before, although it returned at the error, and its own failure there hides the message of the fault that stopped the build. To
# be sure it has to remember that `writeBundle` came.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts vite@8.3.8
echo 'import "virtual:words";' > main.js
cat > run.mjs <<'JS'
import { build, version } from 'vite';
async function calls(isGood) {
	const seen = [];
	const words = {
		name: 'words',
		resolveId: (id) => (id === 'virtual:words' ? id : null),
		load(id) {
			if (id !== 'virtual:words') return null;
			if (!isGood) throw new Error('a fault in the words');
			return 'export default 1;';
		},
	};
	const last = {
		name: 'last',
		writeBundle: () => void seen.push('writeBundle'),
		closeBundle: (error) => void seen.push(`closeBundle ${error ? 'with an error' : 'without an error'}`),
	};
	const outcome = await build({
		logLevel: 'silent',
		configFile: false,
		plugins: [words, last],
		build: { rollupOptions: { input: 'main.js' } },
	}).then(() => 'built', () => 'failed');
	return `${outcome}: ${seen.join(', ')}`;
}
console.log(`vite ${version}`);
console.log(await calls(true));
console.log(await calls(false));
JS
said=$(node run.mjs)
echo "$said"
[ "$said" = "vite 8.3.8
built: writeBundle, closeBundle without an error
failed: closeBundle with an error, closeBundle without an error" ]
