#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What the program prints with --json is as docs/schemas say:  schemas.sh PROGRAM
# Here are the commands that ask Nix; a rehearsal has most documents in it. tst_documents has the other commands. The
# validator (ajv) is among the packages of the contract tests.
set -euo pipefail
program=$(realpath "$1")
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
fail() { echo "FAIL: $*"; exit 1; }

# Each command has a schema, and each schema is held against a document.
for command in $("$program" --help | sed -n 's/^unmoor \([a-z]\+\).*/\1/p'); do
    compgen -G "$top/docs/schemas/$command.schema.json" >/dev/null || compgen -G "$top/docs/schemas/$command-*.schema.json" >/dev/null \
        || fail "the document of unmoor $command has no schema"
done
for schema in "$top"/docs/schemas/*.schema.json; do
    name=$(basename "$schema" .schema.json)
    grep -qE " $name=\"" "$top/tests/docs/schemas.sh" || grep -qF "hold(u\"$name\"_s" "$top/tests/docs/tst_documents.cpp" \
        || fail "no document is held against $name.schema.json"
    grep -qF "(schemas/$name.schema.json)" "$top/docs/commands.md" || fail "docs/commands.md does not list $name.schema.json"
done

command -v node >/dev/null || { echo "Skipped: no node"; exit 77; }
modules=$("$top/tests/contract/prepare.sh")/node_modules
folder=$(mktemp -d "${TMPDIR:-/tmp}/unmoor-schemas.XXXXXX")
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
export DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 HOME=$folder
export GIT_AUTHOR_NAME=Test GIT_AUTHOR_EMAIL=test@unmoor.invalid GIT_COMMITTER_NAME=Test GIT_COMMITTER_EMAIL=test@unmoor.invalid
cp -r "$top/resources/sample" "$folder/project"
cd "$folder/project"
git init -q -b main
git add -A
git commit -qm "Begin"

say() { "$program" "$@" --json --state-dir "$folder/state" 2>>"$folder/messages" || [ $? -eq 1 ] || { cat "$folder/messages" >&2; exit 1; }; }
say rehearse >"$folder/rehearse"
jq .publish "$folder/rehearse" >"$folder/publish"
archive=$(jq -r '[.build.targets[].archive | select(. != "")][0]' "$folder/rehearse")
other=$(jq -r '[.build.targets[].archive | select(. != "")][1]' "$folder/rehearse")
say inspect "$archive" --against "$other" >"$folder/inspect"
head -c 700 /dev/zero >"$folder/broken.tar"
say inspect "$folder/broken.tar" >"$folder/broken"
say plan --api-url http://127.0.0.1:9 >"$folder/plan"
linux=x86_64-unknown-linux-gnu
say build --target $linux >"$folder/build"
say build --rebuild-check --target $linux >"$folder/rebuilt"
say init --force --api-url http://127.0.0.1:9 >"$folder/init"
validate() { node "$top/tests/docs/schemas.mjs" "$modules" "$top/docs/schemas" "$@"; }
validate rehearse="$folder/rehearse" publish="$folder/publish" inspect="$folder/inspect" inspect="$folder/broken" \
    plan="$folder/plan" build="$folder/build" build-rebuild-check="$folder/rebuilt" init="$folder/init"
jq -e '.complete and (.inspect | length > 0) and (.status.files | length > 0)' "$folder/rehearse" >/dev/null || fail "the rehearsal says too little"
jq -e '.rebuild[0].result == "identical"' "$folder/rebuilt" >/dev/null || fail "nothing was built again"
# A document that lacks something is found, and so is one that has what nobody described.
jq 'del(.plan.gates[0].outcome)' "$folder/rehearse" >"$folder/lacking"
jq '.gates[0].new = 1' "$folder/plan" >"$folder/new"
! validate rehearse="$folder/lacking" >/dev/null || fail "a document that lacks a key passes"
! validate plan="$folder/new" >/dev/null || fail "a document with a key that its schema does not describe passes"
