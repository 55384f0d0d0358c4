#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs into a folder of its own and has each file read by the tool that it is for:  installed.py BUILD PROGRAM
The manual page must say what --help says, and have every option that the program takes. 77: a tool is missing."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ID = "io.github.unmoor.unmoor"
TOOLS = ["appstreamcli", "desktop-file-validate", "fish", "identify", "man", "mandoc", "update-mime-database", "xmllint", "zsh"]
EXPECTED = [
    "bin/unmoor",
    f"share/applications/{ID}.desktop",
    f"share/metainfo/{ID}.metainfo.xml",
    f"share/mime/packages/{ID}.xml",
    f"share/icons/hicolor/scalable/apps/{ID}.svg",
    f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    *(f"share/icons/hicolor/{side}x{side}/apps/{ID}.png" for side in (16, 24, 32, 48, 64, 128, 256, 512)),
    "share/man/man1/unmoor.1",
    "share/bash-completion/completions/unmoor",
    "share/zsh/site-functions/_unmoor",
    "share/fish/vendor_completions.d/unmoor.fish",
]

build, program = pathlib.Path(sys.argv[1]), sys.argv[2]
missing = [tool for tool in TOOLS if not shutil.which(tool)]
if missing:
    print("Skipped: not installed here:", ", ".join(missing))
    sys.exit(77)
failures = []


def run(*command, **options):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)


def expect(holds, what):
    if not holds:
        failures.append(what)


def expect_silence(*command):
    """The tool finds nothing at all to say."""
    done = run(*command)
    expect(done.returncode == 0 and not done.stdout.strip() and not done.stderr.strip(),
           f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stdout}{done.stderr}")


def words(text):
    return re.sub(r"\s+", " ", text)


with tempfile.TemporaryDirectory(prefix="unmoor-installed.") as folder:
    prefix = pathlib.Path(folder) / "usr"
    done = run("cmake", "--install", build, "--prefix", prefix)
    if done.returncode != 0:
        sys.exit(f"cmake --install: {done.stdout}{done.stderr}")
    found = sorted(str(path.relative_to(prefix)) for path in prefix.rglob("*") if path.is_file())
    expect(found == sorted(EXPECTED), "installed is\n  " + "\n  ".join(found))

    share = prefix / "share"
    expect_silence("desktop-file-validate", share / f"applications/{ID}.desktop")
    done = run("appstreamcli", "validate", "--no-net", share / f"metainfo/{ID}.metainfo.xml")
    expect(done.returncode == 0, f"appstreamcli: {done.stdout}{done.stderr}")
    expect_silence("xmllint", "--noout", share / f"metainfo/{ID}.metainfo.xml", share / f"mime/packages/{ID}.xml")
    done = run("update-mime-database", "-V", share / "mime")
    expect(done.returncode == 0 and "rror" not in done.stderr, f"update-mime-database: {done.stderr}")
    globs = (share / "mime/globs2").read_text()
    expect("80:application/x-unmoor-project:unmoor.toml" in globs, f"the file type is not known: {globs}")

    desktop = (share / f"applications/{ID}.desktop").read_text()
    icon = re.search(r"^Icon=(.*)", desktop, re.M).group(1)
    expect((share / f"icons/hicolor/scalable/apps/{icon}.svg").exists(), f"no icon is called {icon}")
    for side in (16, 48, 256):
        done = run("identify", "-format", "%wx%h %[opaque]", share / f"icons/hicolor/{side}x{side}/apps/{icon}.png")
        expect(done.stdout.lower() == f"{side}x{side} false", f"the icon of {side} pixels is {done.stdout}{done.stderr}")

    page = share / "man/man1/unmoor.1"
    expect_silence("mandoc", "-T", "lint", "-W", "warning", page)
    done = run("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page)
    expect(done.returncode == 0 and not done.stderr, f"man --warnings: {done.stderr}")
    manual = words(re.sub(r".\x08", "", run("mandoc", "-T", "utf8", "-O", "width=1000", page).stdout)).lower()
    usage = run(program, "--help").stdout
    for line in usage.splitlines()[2:]:
        if line.strip() and not line.startswith(("Options of", "Exit:", "unmoor [DIR]")):
            text = words(line).strip().lower()
            expect(text in manual, f"the manual lacks a line of --help: {line}")
    names = re.findall(r"^unmoor ([a-z]+)", usage, re.M)
    expect(len(names) >= 12, f"--help names few commands: {names}")
    for name in names:
        section = manual.split(f"unmoor {name}", 1)[-1]
        for line in run(program, "complete", name, "--").stdout.splitlines():
            option, _, description = line.partition("\t")
            expect(words(description).lower() in section, f"the manual does not explain {name} {option}")

    expect_silence("bash", "-n", share / "bash-completion/completions/unmoor")
    expect_silence("zsh", "-n", share / "zsh/site-functions/_unmoor")
    expect_silence("fish", "-n", share / "fish/vendor_completions.d/unmoor.fish")

if failures:
    sys.exit("\n".join("FAIL: " + failure for failure in failures))
