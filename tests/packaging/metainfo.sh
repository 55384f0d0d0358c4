#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The releases of the metainfo, and the Debian changelog, are those of a changelog:  metainfo.sh SHAREMAKER
set -euo pipefail
sharemaker=$1
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
command -v appstreamcli >/dev/null && command -v dpkg-parsechangelog >/dev/null || { echo "Skipped: no appstreamcli or dpkg-dev"; exit 77; }
folder=$(mktemp -d "${TMPDIR:-/tmp}/unmoor-metainfo.XXXXXX")
trap 'rm -rf "$folder"' EXIT
fail() { echo "FAIL: $*"; exit 1; }

cat >"$folder/CHANGELOG.md" <<'TEXT'
# Changelog

## Unreleased

- Not yet

## 1.1.0 (2026-11-20)

- Archives & **programs** are checked, see [the manual](docs/checks.md); `a < b`
- An entry that
  goes on in a second line

## 1.0.0 (2026-10-01)

- First
TEXT
id=io.github.unmoor.unmoor
sed 's,@UNMOOR_LINKS@,  <url type="homepage">https://example.org</url>,' "$top/packaging/share/$id.metainfo.xml.in" >"$folder/in"
"$sharemaker" metainfo "$folder/in" "$folder/CHANGELOG.md" "$folder/$id.metainfo.xml"
appstreamcli validate --no-net --pedantic "$folder/$id.metainfo.xml" || fail "appstreamcli has something to say"
read_out() { xmllint --xpath "string($1)" "$folder/$id.metainfo.xml"; }
[ "$(xmllint --xpath 'count(//release)' "$folder/$id.metainfo.xml")" = 2 ] || fail "not two releases"
[ "$(read_out '//release[1]/@version') $(read_out '//release[1]/@date')" = "1.1.0 2026-11-20" ] || fail "the first release"
[ "$(read_out '//release[1]//li[1]')" = "Archives & programs are checked, see the manual; a < b" ] || fail "$(read_out '//release[1]//li[1]')"
[ "$(read_out '//release[1]//li[2]')" = "An entry that goes on in a second line" ] || fail "$(read_out '//release[1]//li[2]')"

"$sharemaker" debian-changelog "$folder/CHANGELOG.md" 1.1.0-1 "A B <a@example.org>" "Fri, 20 Nov 2026 12:00:00 +0000" "$folder/debian"
[ "$(dpkg-parsechangelog -l "$folder/debian" -S Version)" = 1.1.0-1 ] || fail "the version of the Debian changelog"
dpkg-parsechangelog -l "$folder/debian" -S Changes | grep -q "second line" || fail "the entries of the Debian changelog"
dpkg-parsechangelog -l "$folder/debian" 2>&1 >/dev/null | grep . && fail "dpkg-parsechangelog warns"

! "$sharemaker" metainfo "$folder/in" "$folder/none.md" "$folder/none" 2>"$folder/error" || fail "a missing changelog is no error"
grep -q "none.md" "$folder/error" || fail "the error does not name the file"
