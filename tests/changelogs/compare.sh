#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints what Unmoor and other tools take out of the same ten changelogs for the newest version, as the table of
# README.md:  tests/changelogs/compare.sh [UNMOOR]
# It downloads the packages of tools.lock into the cache, once. Of them only git-cliff is a program that is run as it is.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
program=$(realpath "${1:-$here/../../build/dev/unmoor}")
cache=${XDG_CACHE_HOME:-$HOME/.cache}/unmoor
key=$(cd "$here" && cat tools.lock compare.sh | sha256sum | cut -c1-12)
folder=$cache/changelogtools-$key

# Downloads one package, checks its hash and unpacks it where Node looks.
fetch() { # SHA512 NAME@VERSION
    local own pack name=${2%@*}
    own=$(mktemp -d -p .) \
        && pack=$(npm pack --silent --ignore-scripts --pack-destination "$own" "$2") \
        && echo "$1  $own/$pack" | sha512sum --check --quiet \
        && mkdir -p "node_modules/$name" \
        && tar -xzf "$own/$pack" --strip-components=1 -C "node_modules/$name" \
        && rm -r "$own"
}

mkdir -p "$cache"
exec {lock}>"$folder.lock"
flock "$lock"
if [ ! -e "$folder.complete" ]; then
    rm -rf "$folder"
    mkdir -p "$folder"
    cd "$folder"
    while read -r hash package; do
        fetch "$hash" "$package" || { echo "unmoor: $package could not be downloaded. Is npm's registry in reach?" >&2; exit 2; }
    done < <(sed '/^#/d' "$here/tools.lock")
    touch "$folder.complete"
fi
node "$here/compare.mjs" "$program" "$folder" "$("$here/prepare.sh")"
