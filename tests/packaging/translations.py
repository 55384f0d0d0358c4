#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The translations are those of the sources, whole, and fit them; and the program speaks them:  translations.py PROGRAM
77: lupdate is missing."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
TOP = pathlib.Path(__file__).resolve().parents[2]
failures = []


def placeholders(text):
    return sorted(set(re.findall(r"%L?\d|%n|\{[a-z]+\}", text.replace("%L", "%"))))


def accelerators(text):
    return len(re.findall(r"&(?=\w)", text))


def check_texts(path):
    """Each translation can stand where its source stands: what is put in, keys, line ends and blanks around it."""
    for message in xml.parse(path).getroot().iter("message"):
        source = message.find("source").text
        translation = message.find("translation")
        forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
        for form in forms:
            # The form for one may do without the number.
            if placeholders(form) != placeholders(source) and not (len(forms) > 1 and form is forms[0]):
                failures.append(f"other placeholders: {source!r}: {form!r}")
            if accelerators(form) != accelerators(source):
                failures.append(f"another number of keys: {source!r}: {form!r}")
            if (source[0].isspace(), source[-1].isspace(), source.count("\n")) != (
                    form[:1].isspace(), form[-1:].isspace(), form.count("\n")):
                failures.append(f"other blanks: {source!r}: {form!r}")


def run(*arguments, language="de"):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, cwd=project,
                          env=environment | {"UNMOOR_LANGUAGE": language})
    return done.stdout, done.stderr


for path in sorted((TOP / "resources/translations").glob("*.ts")):
    check_texts(path)

with tempfile.TemporaryDirectory(prefix="unmoor-translations.") as folder:
    project = pathlib.Path(folder) / "project"
    shutil.copytree(TOP / "resources/sample", project)
    environment = os.environ | {"HOME": folder, "XDG_DATA_HOME": folder + "/data",
                                "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
    (pathlib.Path(folder) / "tool.tar").write_bytes(b"\0" * 512)
    if "öffnet das Fenster" not in run("--help")[0]:
        failures.append(f"--help is not in German: {run('--help')[0][:200]}")
    if "opens the window" not in run("--help", language="en")[0]:
        failures.append("--help is not in English")
    if "Es gibt weder" not in run("no-such-thing")[1]:
        failures.append("a wrong command is not answered in German")
    # What is read in a process of its own is told in German, too.
    german = "".join(run("inspect", folder + "/tool.tar"))
    english = "".join(run("inspect", folder + "/tool.tar", language="en"))
    if "Das Archiv" not in german or "The archive" not in english:
        failures.append(f"a finding is not in German: {german}")
    # Numbers have their forms.
    for language, words in (("de", "1 Workflow: "), ("en", "1 workflow: ")):
        found = run("workflows", "--version", "1.0.5", language=language)[0]
        if words not in found:
            failures.append(f"the sum of the workflows lacks {words!r}: {found}")
    # Documents are for scripts: the same in every language.
    for arguments in (["inspect", folder + "/tool.tar", "--json"], ["notes", "--check", "--version", "9.9.9", "--json"]):
        documents = [run(*arguments, language=language)[0] for language in ("de", "en")]
        if documents[0] != documents[1] or not json.loads(documents[0]):
            failures.append(f"the document of {arguments} depends on the language")

if not shutil.which("qmake6"):
    print("Skipped: no lupdate here")
    sys.exit(77)
done = subprocess.run([TOP / "packaging/translate", "--check"], capture_output=True, text=True)
if done.returncode != 0:
    failures.append(done.stderr)
if failures:
    sys.exit("\n".join("FAIL: " + failure for failure in failures))
