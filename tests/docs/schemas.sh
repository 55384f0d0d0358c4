#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What the program prints with --json is as docs/schemas say:  schemas.sh PROGRAM
# A rehearsal has most documents in it. The validator (ajv) is among the packages of the contract tests.
set -euo pipefail
program=$(realpath "$1")
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
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
"$program" trust add . --state-dir "$folder/state" >/dev/null # the sample's version is evaluated
say rehearse >"$folder/rehearse"
say notes --check >"$folder/notes"
say notes --check --version 9.9.9 >"$folder/no-notes"
say plan --api-url http://127.0.0.1:9 >"$folder/plan"
head -c 700 /dev/zero >"$folder/broken.tar"
say inspect "$folder/broken.tar" >"$folder/inspect"
validate() { node "$top/tests/docs/schemas.mjs" "$modules" "$top/docs/schemas" "$@"; }
validate rehearse="$folder/rehearse" notes="$folder/notes" notes="$folder/no-notes" plan="$folder/plan" inspect="$folder/inspect"
jq -e '.complete and (.inspect | length > 0) and (.status.files | length > 0)' "$folder/rehearse" >/dev/null || { echo "FAIL: the rehearsal says too little"; exit 1; }
# A document that lacks something is found.
jq 'del(.plan.gates[0].outcome)' "$folder/rehearse" >"$folder/lacking"
! validate rehearse="$folder/lacking" >/dev/null || { echo "FAIL: a document that lacks a key passes"; exit 1; }
