#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The flake is evaluated whole with a stand-in for nixpkgs, which has the names that we take of it; what a release ships is
# evaluated without it, and Unmoor plans its own release:  flake.sh PROGRAM
set -euo pipefail
program=$(realpath "$1")
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
command -v nix >/dev/null || { echo "Skipped: no nix"; exit 77; }
folder=$(mktemp -d "${TMPDIR:-/tmp}/unmoor-flake.XXXXXX")
trap 'rm -rf "$folder"' EXIT
fail() { echo "FAIL: $*"; exit 1; }

# A checkout of its own, of what the flake looks at: a worktree's git folder may be out of reach here.
mkdir "$folder/checkout"
cd "$top"
cp -r --parents flake.nix flake.lock unmoor.toml CMakeLists.txt CHANGELOG.md packaging tests/packaging "$folder/checkout"
cd "$folder/checkout"
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 HOME=$folder
export GIT_AUTHOR_NAME=Test GIT_AUTHOR_EMAIL=test@unmoor.invalid GIT_COMMITTER_NAME=Test GIT_COMMITTER_EMAIL=test@unmoor.invalid
export NIX_CONFIG="${NIX_CONFIG-}
experimental-features = nix-command flakes"
git init -q -b main
git add -A
git commit -qm "Begin"
stub=(--override-input nixpkgs "path:$PWD/tests/packaging/nixpkgs" --no-write-lock-file)

nix flake check --no-build --all-systems "${stub[@]}" 2>"$folder/messages" || { cat "$folder/messages"; fail "nix flake check"; }
name=$(nix eval --raw "${stub[@]}" .#overlays.default --apply \
    'overlay: (overlay { callPackage = file: more: { inherit file more; }; } { }).unmoor.more.source.outPath or "none"' 2>"$folder/messages") \
    || { cat "$folder/messages"; fail "the overlay"; }
[[ $name == /nix/store/* ]] || fail "the overlay builds $name"

# A name that nixpkgs does not have is found: this test can fail.
sed -i 's/^  libarchive,/  libarchive, no-such-package,/' packaging/package.nix
! nix eval "${stub[@]}" .#packages.x86_64-linux.default.drvPath 2>"$folder/messages" || fail "a name that is not in nixpkgs passes"
grep -q no-such-package "$folder/messages" || fail "the message does not name it"
git checkout -q packaging/package.nix

# What a release ships needs no nixpkgs, which is out of reach here.
for output in debian-package source-archive; do
    nix eval --offline ".#packages.x86_64-linux.$output.drvPath" >/dev/null 2>"$folder/messages" \
        || { cat "$folder/messages"; fail "$output cannot be evaluated"; }
done
nix build --offline .#packages.x86_64-linux.source-archive -o "$folder/result" 2>"$folder/messages" || { cat "$folder/messages"; fail "source-archive"; }
version=$(sed -n 's/^project(unmoor VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
tar -tf "$folder/result/unmoor-$version.tar.xz" >"$folder/names"
grep -qx "unmoor-$version/CMakeLists.txt" "$folder/names" || fail "the source archive's folder"

"$program" plan --json --state-dir "$folder/state" --api-url http://127.0.0.1:9 >"$folder/plan.json" 2>"$folder/messages" || true
jq -e --arg version "$version" '.version == $version and .tag == "v" + $version and (.targets | length == 1) and (.assets | length == 1)
    and all(.targets[], .assets[]; .state == "warm" or .state == "cold" or .state == "no-op" or .state == "cached")' "$folder/plan.json" >/dev/null \
    || { cat "$folder/plan.json" "$folder/messages"; fail "the plan of Unmoor's own release"; }
