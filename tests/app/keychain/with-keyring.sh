#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command with a D-Bus session and an unlocked gnome-keyring of its own, in a folder that is removed afterwards:
#   with-keyring.sh COMMAND [ARGS…]
# Nothing of the user's own session is touched. All of it dies with this script, also when it is killed.
set -eu

children=
clean_up() {
    for child in $children; do
        kill "$child" 2>/dev/null || true
        wait "$child" 2>/dev/null || true
    done
    [ -z "${folder:-}" ] || rm -rf "$folder"
}
trap clean_up EXIT
trap 'exit 143' INT TERM HUP

# In the background and waited for: only then does a signal reach this shell at once.
run() {
    setpriv --pdeathsig TERM "$@" &
    children="$! $children"
    code=0
    wait "$!" || code=$?
}

if [ "${1:-}" != --inside ]; then
    folder=$(mktemp -d "${TMPDIR:-/tmp}/unmoor-keyring.XXXXXX")
    mkdir -m 700 "$folder/home" "$folder/run" "$folder/data"
    unset DISPLAY WAYLAND_DISPLAY XDG_CURRENT_DESKTOP DESKTOP_SESSION KDE_FULL_SESSION GNOME_KEYRING_CONTROL
    export HOME="$folder/home" XDG_RUNTIME_DIR="$folder/run" XDG_DATA_HOME="$folder/data"
    export XDG_CONFIG_HOME="$folder/home/.config" XDG_CACHE_HOME="$folder/home/.cache"
    run dbus-run-session -- setpriv --pdeathsig TERM "$0" --inside "$@"
    exit "$code"
fi
shift

printf 'passphrase\n' >"$HOME/passphrase"
setpriv --pdeathsig TERM gnome-keyring-daemon --foreground --unlock --components=secrets \
    <"$HOME/passphrase" >"$HOME/keyring.log" 2>&1 &
daemon=$!
children=$daemon

has_owner() {
    dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
        string:org.freedesktop.secrets | grep -q 'boolean true'
}
# The daemon is ready when the login keyring is there: until then a token would have nowhere to go.
has_keyring() {
    dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
        org.freedesktop.Secret.Service.ReadAlias string:default 2>/dev/null | grep -q 'collection/'
}
tries=0
until has_owner && has_keyring; do
    tries=$((tries + 1))
    if [ "$tries" -gt 400 ] || ! kill -0 "$daemon" 2>/dev/null; then
        echo "gnome-keyring-daemon did not come up:" >&2
        cat "$HOME/keyring.log" >&2
        exit 2
    fi
    sleep 0.05
done
export UNMOOR_KEYRING_PID="$daemon"
run "$@"
exit "$code"
