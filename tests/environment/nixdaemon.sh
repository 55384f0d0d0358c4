#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A user whom Nix does not trust builds the sample through Nix's daemon, builds on another machine, and forecasts in a
# store of their own without a daemon:  tests/environment/nixdaemon.sh PROGRAM
# The daemon, a second machine (sshd on loopback with a store of its own) and the user live in namespaces, with a /nix
# that nobody else sees. 77: it cannot run here, and says why.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
program=$(realpath "$1")
linux=x86_64-unknown-linux-gnu

skip() { echo "Skipped: $*"; exit 77; }
fail() { echo "FAIL: $*"; exit 1; }
step() { echo "ok: $*"; }

if [ -z "${UNMOOR_DAEMON_MACHINE:-}" ]; then
    [ "$(id -u)" -eq 0 ] || skip "Nix's daemon and its users need root"
    for tool in nix-daemon sshd setpriv jq; do
        PATH=$PATH:/usr/sbin command -v "$tool" >/dev/null || skip "there is no $tool"
    done
    case $(realpath "$(command -v nix)") in /nix/*) skip "nix itself lies in the store that is hidden here" ;; esac
    unshare --mount --pid --fork true || skip "this kernel refuses namespaces"
    machine=$(mktemp -d "${TMPDIR:-/tmp}/unmoor-daemon.XXXXXX")
    trap 'chmod -R u+w "$machine"; rm -rf "$machine"' EXIT
    UNMOOR_DAEMON_MACHINE=$machine unshare --mount --propagation private --pid --fork --kill-child --mount-proc \
        "${BASH_SOURCE[0]}" "$program"
    exit
fi

# --- The machine -------------------------------------------------------------------------------------------------
machine=$UNMOOR_DAEMON_MACHINE
chmod 755 "$machine"
mkdir -p "$machine"/{nix/store,nix/var/nix,etc,home,project,source,second/{nix,run/sshd,etc,bin,home/.ssh}}
printf 'root:x:0:0:root:/root:/bin/bash\nuser:x:1000:1000::%s/home:/bin/bash\nsshd:x:990:65534::/run/sshd:/usr/sbin/nologin\n' \
    "$machine" >"$machine/etc/passwd"
configure() { # LINES…: what the daemon and its clients read
    { printf 'experimental-features = nix-command flakes\nbuild-users-group =\nsandbox = false\nsubstituters =\n'
      printf 'trusted-users = root\nallowed-users = *\n'
      printf '%s\n' "$@"; } >"$machine/etc/nix.conf"
}
configure
mount --bind "$machine/nix" /nix
# This tree may lie where the user cannot look, and its programs name their libraries by where they were built.
mount --bind "$top" "$machine/source"
libraries=$(ldd "$program" | sed -n "s|.* => $top\(/.*\)/[^/]* (0x.*|$machine/source\1|p" | sort -u | paste -sd:)
program=${program/#"$top"/"$machine/source"}
mount --bind "$machine/etc/passwd" /etc/passwd
export NIX_CONF_DIR=$machine/etc
unset NIX_CONFIG NIX_REMOTE XDG_CACHE_HOME XDG_RUNTIME_DIR XDG_STATE_HOME XDG_DATA_HOME XDG_CONFIG_HOME
daemon=
start_daemon() {
    [ -z "$daemon" ] || { kill "$daemon"; wait "$daemon" || true; }
    nix-daemon >>"$machine/daemon.log" 2>&1 &
    daemon=$!
    for _ in $(seq 100); do
        as_user nix store info >/dev/null 2>&1 && return
        sleep 0.1
    done
    fail "the daemon does not answer: $(cat "$machine/daemon.log")"
}
as_user() {
    setpriv --reuid 1000 --regid 1000 --clear-groups env HOME="$machine/home" USER=user TMPDIR=/tmp \
        GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=User GIT_AUTHOR_EMAIL=user@example.invalid \
        GIT_COMMITTER_NAME=User GIT_COMMITTER_EMAIL=user@example.invalid LD_LIBRARY_PATH="$libraries" "$@"
}
host=http://127.0.0.1:9/api/v3 # nobody is there
unmoor() { as_user "$program" "$@" --state-dir "$machine/home/state"; }
forecast() { # PROGRAM…: how the target would be built
    "$@" plan --json --project "$machine/project" --api-url "$host" >"$machine/plan" 2>"$machine/messages" || true
    jq -r ".targets[] | select(.triple == \"$linux\") | .state" "$machine/plan"
}
in_json() { jq -e "$1" "$2" >/dev/null || fail "$3: $(cat "$2"; cat "$machine/messages")"; }

cp -R "$top/resources/sample/." "$machine/project"
chmod -R u+w "$machine/project"
chown -R 1000:1000 "$machine/home" "$machine/project"
# Gates that run the flake's checks would build what is forecast.
sed -i '/^name = "Flake checks"/,/^$/d' "$machine/project/unmoor.toml"
sed -i '0,/^\[\[gate\]\]$/{/^\[\[gate\]\]$/d}' "$machine/project/unmoor.toml"
project() { as_user git -C "$machine/project" "$@"; }
project init -q -b main
project add -A
project commit -q -m Sample

# --- Through the daemon ------------------------------------------------------------------------------------------
start_daemon
[ "$(as_user nix store info --json | jq .trusted)" = 0 ] || fail "the user is trusted"

state=$(forecast unmoor)
[ "$state" = cold ] || fail "the forecast through the daemon says $state: $(cat "$machine/plan" "$machine/messages")"
step "the forecast through the daemon"

build() { # OUTCOME: what the document says of the target
    unmoor build --json --target "$linux" --project "$machine/project" >"$machine/built" 2>"$machine/messages" \
        || fail "the build: $(tail -n 30 "$machine/messages")"
    in_json ".targets[] | select(.triple == \"$linux\") | .outcome == \"$1\"" "$machine/built" "it is not $1"
}
build built
[ ! -e "$machine/home/.local/share/nix/root" ] || fail "Nix took a store of its own"
step "a build by the daemon"

path=$(jq -r ".targets[] | select(.triple == \"$linux\") | .store_path" "$machine/built")
nix-store --gc >/dev/null 2>&1
[ -e "$path" ] || fail "what was built is not kept from the collection of garbage"
state=$(forecast unmoor)
[ "$state" = no-op ] || fail "the second forecast says $state: $(cat "$machine/plan" "$machine/messages")"
build cached
step "kept by its root, and known to be there"

sed -i 's/for c in libc serde/for c in cache libc serde/' "$machine/project/nix/release.nix"
project commit -q -a -m Cache
as_user env NIX_CONFIG='extra-substituters = https://cache.example.org' "$program" build --json --target "$linux" \
    --project "$machine/project" --state-dir "$machine/home/state" >"$machine/built" 2>"$machine/messages" \
    || fail "a build with a cache that is not taken: $(tail -n 30 "$machine/messages")"
grep -q 'not a trusted user' "$machine/messages" || fail "that the cache is ignored is not said: $(cat "$machine/messages")"
step "a cache that the daemon does not take is told"

# --- Another machine ---------------------------------------------------------------------------------------------
second=$machine/second
for tool in sh bash env df cat rm mkdir true sleep nix nix-daemon nix-store; do ln -s "$(command -v "$tool")" "$second/bin/$tool"; done
ssh-keygen -q -t ed25519 -N '' -f "$second/hostkey"
ssh-keygen -q -t ed25519 -N '' -f "$machine/home/key"
chown 1000:1000 "$machine"/home/key*
cp "$machine/home/key.pub" "$second/home/.ssh/authorized_keys"
printf 'experimental-features = nix-command flakes\nbuild-users-group =\nsandbox = false\nsubstituters =\n' >"$second/etc/nix.conf"
sed "s|:/root:|:$second/home:|" "$machine/etc/passwd" >"$second/etc/passwd"
port=$((20000 + RANDOM % 20000))
cat >"$second/sshd_config" <<END
Port $port
ListenAddress 127.0.0.1
HostKey $second/hostkey
AuthorizedKeysFile $second/home/.ssh/authorized_keys
UsePAM no
StrictModes no
PidFile none
PasswordAuthentication no
PerSourcePenalties no
SetEnv PATH=$second/bin NIX_CONF_DIR=$second/etc
END
unshare --mount --propagation private sh -c "mount --bind '$second/nix' /nix; mount --bind '$second/etc/passwd' /etc/passwd;
    mount --bind '$second/run' /run; exec /usr/sbin/sshd -D -e -f '$second/sshd_config'" >"$second/log" 2>&1 &
for _ in $(seq 100); do grep -q 'Server listening' "$second/log" && break; sleep 0.1; done
fingerprint=$(ssh-keygen -l -f "$second/hostkey.pub" | cut -d ' ' -f 2)
unmoor host add second "root@127.0.0.1:$port" --system x86_64-linux --key "$machine/home/key" >"$machine/messages" 2>&1 \
    || fail "adding the machine: $(cat "$machine/messages")"
unmoor host trust second --fingerprint "$fingerprint" >"$machine/messages" 2>&1 || fail "trusting its key: $(cat "$machine/messages")"
unmoor host probe second >"$machine/messages" 2>&1 || fail "probing it: $(cat "$machine/messages")"
sed -i 's/for c in cache libc/for c in other libc/' "$machine/project/nix/release.nix"
project commit -q -a -m Other
on_second() { unmoor build --json --on second --target "$linux" --project "$machine/project" >"$machine/built" 2>"$machine/messages"; }
! on_second || fail "the daemon took what nobody signed"
in_json ".targets[] | select(.triple == \"$linux\") | .failure.kind == \"unsigned-path\" and (.failure.hint | contains(\"trusted-public-keys\"))" \
    "$machine/built" "the way on is not said"
step "what another machine built and nobody signed is refused, with the way on"

nix key generate-secret --key-name second-1 >"$second/etc/secret"
echo "secret-key-files = $second/etc/secret" >>"$second/etc/nix.conf"
configure "trusted-public-keys = $(nix key convert-secret-to-public <"$second/etc/secret")"
start_daemon
sed -i 's/for c in other libc/for c in another libc/' "$machine/project/nix/release.nix"
project commit -q -a -m Another
on_second || fail "what the machine signed: $(tail -n 30 "$machine/messages")"
in_json ".targets[] | select(.triple == \"$linux\") | .outcome == \"built\"" "$machine/built" "it was not built there"
step "what it signs is taken"

# --- Without a daemon --------------------------------------------------------------------------------------------
kill "$daemon"
mount -t tmpfs none /nix
umount "$machine/nix" 2>/dev/null || true
# Builds there are tst_e2e_ownstore's: they see nothing of this machine, whose tools the sample uses.
own() { as_user env NIX_REMOTE="local?root=$machine/home/store" "$program" "$@" --state-dir "$machine/home/own"; }
state=$(forecast own)
[ "$state" = cold ] || fail "the forecast in a store of one's own says $state: $(cat "$machine/plan" "$machine/messages")"
step "the forecast in a store of the user's own, without a daemon"
