#!/usr/bin/env bash
# One would guess: a player of web archives that is published in a registry can be installed from it.
# What happens: it asks for a version of warcio that was never published, and npm stops (ETARGET). With an override to the last
# published one it installs, and plays. In replaywebpage 2.5.3, warcio 2.4.11.
# Where it matters: tests that look whether an archive (WACZ) plays, and pages that bring their own player, fail before they begin.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
outcome() {
	npm install --no-audit --no-fund --ignore-scripts --loglevel=error replaywebpage@2.5.3 >said 2>&1 && echo installs ||
		grep -o 'No matching version found for warcio' said
}
plain=$(outcome)
npm pkg set overrides.warcio=2.4.11
overridden=$(outcome)
echo "replaywebpage 2.5.3 as it comes: $plain"
echo "with warcio 2.4.11 in its place: $overridden"
[ "$plain, $overridden" = 'No matching version found for warcio, installs' ]
