#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command with a D-Bus session and an unlocked gnome-keyring of its own, in a folder that is removed afterwards:
#   with-keyring.sh COMMAND [ARGS…]
# Nothing of the user's own session is touched. The daemon dies with this script, also when it is killed.
set -eu

if [ "${1:-}" != --inside ]; then
    folder=$(mktemp -d "${TMPDIR:-/tmp}/unmoor-keyring.XXXXXX")
    trap 'rm -rf "$folder"' EXIT
    trap 'exit 143' INT TERM HUP
    mkdir -m 700 "$folder/home" "$folder/run" "$folder/data"
    unset DISPLAY WAYLAND_DISPLAY XDG_CURRENT_DESKTOP DESKTOP_SESSION KDE_FULL_SESSION GNOME_KEYRING_CONTROL
    HOME=$folder/home XDG_RUNTIME_DIR=$folder/run XDG_DATA_HOME=$folder/data XDG_CONFIG_HOME=$folder/home/.config \
        XDG_CACHE_HOME=$folder/home/.cache setpriv --pdeathsig TERM \
        dbus-run-session -- setpriv --pdeathsig TERM "$0" --inside "$@"
    exit
fi
shift

printf 'passphrase\n' >"$HOME/passphrase"
setpriv --pdeathsig TERM gnome-keyring-daemon --foreground --unlock --components=secrets \
    <"$HOME/passphrase" >"$HOME/keyring.log" 2>&1 &
daemon=$!
trap 'kill "$daemon" 2>/dev/null || true; wait "$daemon" 2>/dev/null || true' EXIT
trap 'exit 143' INT TERM HUP

# The daemon is ready when the login keyring is there: until then a token would have nowhere to go.
ready() {
    dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
        org.freedesktop.Secret.Service.ReadAlias string:default 2>/dev/null | grep -q 'collection/'
}
has_owner() {
    dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
        string:org.freedesktop.secrets | grep -q 'boolean true'
}
tries=0
until has_owner && ready; do
    tries=$((tries + 1))
    if [ "$tries" -gt 400 ] || ! kill -0 "$daemon" 2>/dev/null; then
        echo "gnome-keyring-daemon did not come up:" >&2
        cat "$HOME/keyring.log" >&2
        exit 2
    fi
    sleep 0.05
done
UNMOOR_KEYRING_PID=$daemon "$@"
