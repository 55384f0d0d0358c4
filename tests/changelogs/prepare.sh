#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Downloads the changelogs of packages.lock, once, and prints the folder they are in. Of each package only its changelog
# is kept, as NAME@VERSION.md with "-" for "/".
#
# The folder is keyed by what goes into it, and counts only with its stamp, which is written last: one that was left
# half-made is made again. Two that start at once wait for each other.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/unmoor
key=$(cd "$here" && cat packages.lock prepare.sh | sha256sum | cut -c1-12)
folder=$cache/changelogs-$key

# Downloads the package of one line, checks its hash and takes the one file out of it. Nothing of it is run.
fetch() { # SHA512 NAME@VERSION FILE
    local name=${2//\//-} own pack
    own=$(mktemp -d -p .) \
        && pack=$(npm pack --silent --ignore-scripts --pack-destination "$own" "$2") \
        && echo "$1  $own/$pack" | sha512sum --check --quiet \
        && tar -xzOf "$own/$pack" --wildcards --no-wildcards-match-slash "*/$3" >"$name.md" \
        && rm -r "$own"
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
    echo "unmoor: downloading changelogs of released packages for the tests (3 MB are kept, once; log: $folder.log)" >&2
    if ! (make_folder) >"$folder.log" 2>&1; then
        tail -n 5 "$folder.log" >&2
        echo "unmoor: the changelogs that the tests read could not be downloaded; the last lines are above, all of them in $folder.log. Most often npm's registry is out of reach: start again, it begins anew." >&2
        exit 2
    fi
fi
echo "$folder"
