#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bash, zsh and fish complete a command line of the real program, in a project with a machine:  completions.py PROGRAM
77: a shell is missing."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
TOP = pathlib.Path(__file__).resolve().parents[2]
FOLDER = TOP / "packaging/completions"
missing = [shell for shell in ("bash", "zsh", "fish") if not shutil.which(shell)]
if missing:
    print("Skipped: not installed here:", ", ".join(missing))
    sys.exit(77)

BASH = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
_unmoor
printf '%s\\n' "${COMPREPLY[@]}"
"""
# The shell's own functions stand aside: what they are given is what is asked for.
ZSH = """
_describe() { local -a given; given=("${(@P)2}"); print -rl -- "${(@)given//\\\\:/:}"; }
_files() { print -rl -- ":files $@"; }
compdef() { }
file=$1; shift
words=("$@"); CURRENT=$#
source $file
"""
FISH = """source $argv[1]; complete -C "$argv[2]" """


def bash(project, words):
    # As bash splits what was typed.
    split = []
    for word in words:
        name, equals, value = word.partition("=")
        split += [name, "=", value] if equals else [word]
    if split[-1] == "" and len(split) > 1 and split[-2] == "=":
        split.pop()
    done = subprocess.run(["bash", "--norc", "-c", BASH, "bash", FOLDER / "unmoor.bash", *split], cwd=project,
                          capture_output=True, text=True, env=environment)
    return [line for line in done.stdout.splitlines() if line], done.stderr


def zsh(project, words):
    done = subprocess.run(["zsh", "-f", "-c", ZSH, "zsh", FOLDER / "_unmoor", *words], cwd=project,
                          capture_output=True, text=True, env=environment)
    return [line.split(":")[0] if not line.startswith(":") else line for line in done.stdout.splitlines() if line], done.stderr


def fish(project, words):
    done = subprocess.run(["fish", "--no-config", "-c", FISH, FOLDER / "unmoor.fish", " ".join(words)], cwd=project,
                          capture_output=True, text=True, env=environment)
    return [line.split("\t")[0] for line in done.stdout.splitlines() if line], done.stderr


failures = []


def expect(words, present, absent=(), shells=(bash, zsh, fish)):
    for shell in shells:
        found, errors = shell(project, ["unmoor", *words])
        where = f"{shell.__name__}: unmoor {' '.join(words)}"
        failures.extend(f"{where}: no {word} in {found}" for word in present if word not in found)
        failures.extend(f"{where}: {word} in {found}" for word in absent if word in found)
        if errors:
            failures.append(f"{where}: {errors}")


with tempfile.TemporaryDirectory(prefix="unmoor-completions.") as folder:
    project = pathlib.Path(folder) / "project"
    shutil.copytree(TOP / "resources/sample", project)
    (project / "unmoor.toml").chmod(0o644)
    (pathlib.Path(folder) / "bin").mkdir()
    # The built program needs to be found by its name.
    (pathlib.Path(folder) / "bin/unmoor").symlink_to(PROGRAM)
    environment = os.environ | {"HOME": folder, "XDG_DATA_HOME": folder + "/data", "XDG_CONFIG_HOME": folder + "/config",
                                "PATH": f"{folder}/bin:{os.environ['PATH']}", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
    subprocess.run(["unmoor", "host", "add", "mac-mini", "me@mac.example"], env=environment, check=True, capture_output=True,
                   cwd=project)
    (project / "marker.tar.xz").write_bytes(b"")
    # What is completed is tst_completion's; here it comes through each shell.
    expect(["p"], ["plan", "publish", "prepare"], ["build"])
    expect(["build", "--target", ""], ["x86_64-unknown-linux-gnu", "aarch64-apple-darwin"], ["x86_64-apple-darwin"])
    expect(["host", "probe", ""], ["mac-mini"])
    expect(["publish", "--accept", "pe-vc"], ["pe-vc-runtime="])
    expect(["inspect", "mark"], ["marker.tar.xz"], shells=(bash, fish))
    expect(["inspect", "mark"], [":files "], shells=(zsh,))
    # In one word with "=": bash has split it there, the others have not.
    expect(["build", "--on=mac"], ["mac-mini"], shells=(bash,))
    expect(["build", "--on=mac"], ["--on=mac-mini"], shells=(zsh, fish))
    # A file that cannot be read has nothing to offer, and nothing is said about it.
    (project / "unmoor.toml").write_text("[broken")
    expect(["build", "--target", ""], [], ["x86_64-unknown-linux-gnu"])

if failures:
    sys.exit("\n".join("FAIL: " + failure for failure in failures))
