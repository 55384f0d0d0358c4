#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs Prism and GitHub's OpenAPI description, once, and prints the folder they are in.
#
# The folder is keyed by what goes into it, and counts only with its stamp, which is written last: one that was left
# half-made is made again. Two that start at once wait for each other.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/unmoor
key=$(cd "$here" && cat package.json package-lock.json cut-openapi.mjs prepare.sh | sha256sum | cut -c1-12)
folder=$cache/contract-$key

# One chain of &&, since bash forgets set -e inside a condition.
make_folder() {
    rm -rf "$folder" \
        && mkdir -p "$folder" \
        && cp "$here"/{package.json,package-lock.json,.npmrc,cut-openapi.mjs} "$folder" \
        && cd "$folder" \
        && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error \
        && STRICT=1 node cut-openapi.mjs node_modules/@octokit/openapi/generated/api.github.com.json github.json \
        && rm -rf node_modules/@octokit \
        && touch "$folder.complete" # the whole description is 150 MB, of which the cut file is all that is needed
}

mkdir -p "$cache"
exec {lock}>"$folder.lock"
flock "$lock"
if [ ! -e "$folder.complete" ] || [ ! -s "$folder/github.json" ]; then
    rm -f "$folder.complete"
    if ! (make_folder) >"$folder.log" 2>&1; then
        tail -n 5 "$folder.log" >&2
        echo "unmoor: Prism and GitHub's API description could not be installed; the last lines are above, all of them in $folder.log. Most often npm's registry is out of reach: start again, it begins anew." >&2
        exit 2
    fi
fi
echo "$folder"
