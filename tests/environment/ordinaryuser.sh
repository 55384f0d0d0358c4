#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A user without rights, on an older Debian without Nix, enters the build environment and rehearses a release with what
# was built already:  tests/environment/ordinaryuser.sh PROGRAM
# That machine is made of this environment: its os-release is covered, its /nix hidden, its root is the one in the
# cache. Where the test runs as root, the user is one that no file names. 77: it cannot run here, and says why.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
program=$(realpath "$1")

skip() { echo "Skipped: $*"; exit 77; }
fail() { echo "FAIL: $*"; exit 1; }
[ -n "${UNMOOR_ROOT:-}" ] || skip "this machine is itself the build environment, there is no root to enter"

machine=$(mktemp -d "${TMPDIR:-/tmp}/unmoor-user.XXXXXX")
trap 'chmod -R u+w "$machine"; rm -rf "$machine"' EXIT
cache=$machine/home/.cache/unmoor
root=$cache/$(basename "$UNMOOR_ROOT")
mkdir -p "$root" "$machine/source"
printf 'ID=debian\nVERSION_ID="12"\n' >"$machine/os-release"

as_user=(env -u XDG_CACHE_HOME -u XDG_RUNTIME_DIR -u XDG_STATE_HOME -u XDG_DATA_HOME HOME="$machine/home" TMPDIR=/tmp)
if [ "$(id -u)" -eq 0 ]; then
    chmod 755 "$machine"
    chown -R 1000:1000 "$machine"
    as_user=(setpriv --reuid 1000 --regid 1000 --clear-groups "${as_user[@]}")
fi
# Names of folders are the machine's own, since this tree may lie where the user cannot look.
libraries=$(ldd "$program" | sed -n "s|.* => $top\(/.*\)/[^/]* (0x.*|$machine/source\1|p" | sort -u | paste -sd:)

on_machine() {
    bwrap --dev-bind / / --ro-bind "$machine/os-release" /usr/lib/os-release --tmpfs /nix \
        --ro-bind "$UNMOOR_ROOT" "$root" --ro-bind "$top" "$machine/source" --chdir "$machine/home" --die-with-parent \
        -- "${as_user[@]}" LD_LIBRARY_PATH="$libraries" "$@"
}

on_machine unshare --user true || skip "this kernel does not let an ordinary user make a namespace"
# A root that root made has folders that the user cannot count.
on_machine bash -c "$(grep '^count_files()' "$top/packaging/enter"); count_files '$root' >'$root.complete'"

on_machine "$machine/source/packaging/enter" "${program/#"$top"/"$machine/source"}" rehearse --json \
    >"$machine/rehearsal.json" 2>"$machine/messages" \
    || { tail -n 30 "$machine/messages"; fail "the rehearsal ended with exit code $?"; }
jq -e .complete "$machine/rehearsal.json" >/dev/null || fail "the rehearsal is not complete: $(cat "$machine/rehearsal.json")"
[ ! -e "$machine/home/.local/share/nix/root" ] || fail "Nix took a store of its own"
[ -n "$(ls -A "$cache/nix/store")" ] || fail "the store in the cache is empty"

# Debian 13 itself, with the folder that its package of Nix makes for root alone; where nobody else can be played, it is ours.
on_debian13() { # [BWRAP-OPTION…] -- COMMAND…
    local options=()
    while [ "$1" != -- ]; do options+=("$1"); shift; done
    bwrap --dev-bind / / "${options[@]}" --ro-bind "$top" "$machine/source" --chdir "$machine/home" --die-with-parent "$@"
}
mkdir -p "$machine/nix"
[ "$(id -u)" -ne 0 ] || chown 1000:1000 "$machine/nix"
enter=("${as_user[@]}" UNMOOR_ROOT= "$machine/source/packaging/enter")
if [ "$(id -u)" -eq 0 ]; then
    on_debian13 --tmpfs /nix --dir /nix/var/nix -- "${enter[@]}" true 2>"$machine/messages"
    grep -q "Nix's store is not yours.*chown" "$machine/messages" || fail "a store of root's is not told: $(cat "$machine/messages")"
fi
on_debian13 --bind "$machine/nix" /nix -- "${enter[@]}" nix config show sandbox >"$machine/sandbox" 2>"$machine/messages" \
    || { cat "$machine/messages"; fail "the environment is not entered"; }
[ "$(cat "$machine/sandbox")" = false ] || fail "the sample would be built in a sandbox, where it finds no compiler"
! grep -q "not yours" "$machine/messages" || fail "a store of one's own is called another's"
