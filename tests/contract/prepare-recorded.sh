#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Downloads the exchanges with api.github.com that @octokit/fixtures recorded, once, and prints the folder they are in.
#
# The folder is keyed by this file, and counts only with its stamp, which is written last: one that was left half-made is
# made again. Two that start at once wait for each other. Nothing of the package is run.
set -euo pipefail

package=@octokit/fixtures@23.1.2
sha256=5a9b0221d7c18f593dc57b5f292e946e8cadfac2b0d4578b38d7e9bd63836c64

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/unmoor
key=$(sha256sum <"$here/prepare-recorded.sh" | cut -c1-12)
folder=$cache/recorded-$key

# One chain of &&, since bash forgets set -e inside a condition.
make_folder() {
    rm -rf "$folder" \
        && mkdir -p "$folder" \
        && cd "$folder" \
        && pack=$(npm pack --silent --ignore-scripts "$package") \
        && echo "$sha256  $pack" | sha256sum --check --quiet \
        && tar -xzf "$pack" \
        && rm "$pack" \
        && touch "$folder.complete"
}

mkdir -p "$cache"
exec {lock}>"$folder.lock"
flock "$lock"
if [ ! -e "$folder.complete" ] || [ ! -d "$folder/package/scenarios" ]; then
    rm -f "$folder.complete"
    if ! (make_folder) >"$folder.log" 2>&1; then
        tail -n 5 "$folder.log" >&2
        echo "unmoor: the recorded answers of GitHub could not be downloaded; the last lines are above, all of them in $folder.log. Most often npm's registry is out of reach: start again, it begins anew." >&2
        exit 2
    fi
fi
echo "$folder/package/scenarios/api.github.com"
