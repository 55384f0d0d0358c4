#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window through a whole release with mouse and keys, and keeps a picture of every state:

    packaging/enter tests/drive/tour.py build/dev/unmoor build/pictures [light|dark|large …]

On the way are the start page and all dialogs, a build that fails and is mended, notes that are written, and a file that goes
missing on the host and is sent again. It uses the rehearsal: real git, real Nix, real HTTP to the stand-in for GitHub. Each
appearance is a tour of its own; large text is 150 % in a window of 1024 × 700. Ends with 1, and a picture called stuck.png,
where something does not come to pass.

tests/bench/heartbeat.py watches the event loop meanwhile."""
import json
import os
import pathlib
import re
import subprocess
import sys
import time
import urllib.request

import desk
import release
from window import Role, State, Stuck

SIZES = {"light": (1280, 800), "dark": (1280, 800), "large": (1024, 700)}
BUTTONS = {Role.PUSH_BUTTON, Role.TOGGLE_BUTTON, Role.PUSH_BUTTON_MENU, Role.RADIO_BUTTON}


class Tour:
    def __init__(self, own, program, folder, look, variables=None):
        self.desk = own
        self.program = program
        self.folder = folder
        self.look = look
        self.count = 0
        self.state = own.folder / "state"
        self.window = release.start(own, program, [], self.state, variables)
        self.marks = []

    # --- Helpers ------------------------------------------------------------------------------------------------------

    def keep(self, name):
        """A picture of the screen as it is."""
        self.window.settle()
        self.count += 1
        self.mark(name)
        self.desk.picture(self.folder / self.look / f"{self.count:02}-{name}.png")

    def mark(self, name):
        """When the tour came here, on the clock of the heartbeat."""
        self.marks.append({"at": time.monotonic() * 1000, "step": name})

    def click(self, name, roles=BUTTONS):
        return self.window.click(name, roles)

    def press(self, *keys):
        self.window.press(*keys)
        self.window.settle()

    def command(self, words):
        """Through the palette."""
        over = self.window.opened_by(lambda: self.window.press("ctrl+k"), "the palette")
        self.window.type(words)
        self.window.settle()
        self.press("Return")
        self.window.closed(over, "the palette")

    def over(self, opens, name, key="Escape"):
        """A window over the page: a picture, and away with it."""
        over = self.window.opened_by(opens, f"the window {name}")
        self.keep(name)
        self.press(key)
        self.window.closed(over, name)

    def after(self, opens, button, name, usable=True):
        """A window over the page, once its button is there, or can be pressed: a picture, and away with it."""
        over = self.window.opened_by(opens, f"the window {name}")
        self.window.find(button, {Role.PUSH_BUTTON}, usable=usable)
        self.keep(name)
        self.press("Escape")
        self.window.closed(over, name)

    def menu(self, opens, name):
        """A menu is in no tree before it has the focus."""
        opens()
        self.keep(name)
        self.press("Escape")

    @property
    def project(self):
        return self.state / "rehearsal" / "minne"

    def git(self, *arguments):
        subprocess.run(["git", "-C", str(self.project), *arguments], check=True, env=self.desk.environment,
                       capture_output=True)

    def change(self, file, before, after):
        path = self.project / file
        text = path.read_text()
        if before not in text:
            raise Stuck(f"{file} of the sample has no {before}")
        path.write_text(text.replace(before, after))

    def host(self, method, path):
        """Asks the stand-in as another program would."""
        token = json.loads((self.state / "rehearsal/host/state.json").read_text())["token"]
        request = urllib.request.Request(f"http://127.0.0.1:{self.port()}/api/v3{path}", method=method,
                                         headers={"Authorization": f"token {token}"})
        with urllib.request.urlopen(request, timeout=20) as reply:
            body = reply.read()
            return json.loads(body) if body else None

    def port(self):
        """Where the stand-in listens: the one socket of the program that does."""
        pid = self.window.process.pid
        links = (ask_link(entry) for entry in pathlib.Path(f"/proc/{pid}/fd").iterdir())
        sockets = {match[1] for link in links if (match := re.fullmatch(r"socket:\[(\d+)\]", link))}
        for line in pathlib.Path(f"/proc/{pid}/net/tcp").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and fields[9] in sockets:
                return int(fields[1].split(":")[1], 16)
        raise Stuck("The stand-in for GitHub listens nowhere.")

    # --- The stations -------------------------------------------------------------------------------------------------

    def start_page(self):
        self.window.find(".*[Rr]ehears.*", BUTTONS, usable=True)
        if self.look != "dark":
            self.command("light appearance")
        else:
            self.command("dark appearance")
        self.keep("start")
        self.over(lambda: self.press("ctrl+o"), "choose-folder")
        self.over(lambda: self.press("ctrl+slash"), "shortcuts")
        self.over(lambda: self.command("about unmoor"), "about")
        self.menu(lambda: self.command("sign in"), "sign-in")
        self.menu(lambda: self.click("Menu"), "menu")
        self.over(lambda: self.press("ctrl+k"), "palette")

    def settings(self):
        self.window.press("ctrl+comma")
        for part in release.SETTINGS:
            self.window.click(part, {Role.LIST_ITEM}, into_views=True)
            self.keep("settings-" + re.sub(r"\W+", "-", part.lower()))
        self.window.click(release.SETTINGS[0], {Role.LIST_ITEM}, into_views=True)
        self.over(lambda: self.click("Add machine…"), "settings-add-machine")
        self.click("Close")

    def plan(self):
        self.click("Rehearse")
        self.window.find("Check all again", BUTTONS)
        self.keep("plan-checking")
        release.plan_is_checked(self.window)
        self.keep("plan")
        self.menu(lambda: self.click("More for .*"), "plan-more")
        self.after(lambda: self.click("Prepare release…"), "Prepare v.*", "prepare", usable=False)  # no notes for it yet
        self.leave_out()
        self.keep("plan-left-out")

    def leave_out(self):
        """What nothing here builds."""
        release.plan_is_checked(self.window)
        for triple in release.unbuildable(self.window):
            self.click(f"Leave {triple} out")

    def failure(self):
        """A download that is not what the flake expects, in a layer that is built anew."""
        self.change("nix/release.nix", "for c in libc", f"for c in nonce-{time.time_ns():x} libc")
        self.change("nix/versions.nix", "sha256-tcoN", "sha256-tcoM")
        self.git("commit", "-qam", "Take another library")
        self.click("Take over")
        self.keep("plan-taken-over")
        self.press("F1")
        self.leave_out()
        self.press("ctrl+Return")
        self.press("F2")
        self.keep("build-begun")
        release.step_is(self.window, "Build", "error.*", release.PATIENCE)
        self.window.until(lambda: not self.window.is_there("Cancel build", BUTTONS), "the build to end")
        self.window.find("A download is not what the flake expects")
        self.keep("build-failed")
        self.press("F8")
        self.keep("next-problem")

    def mend(self):
        """With the edit that the failure offers; the notes are written on the same occasion."""
        self.press("F2")
        self.window.find("A download is not what the flake expects")
        accent = self.window.all("Apply.*", BUTTONS)
        if not accent:
            raise Stuck("The failure offers no edit. Buttons: " + ", ".join(map(str, self.window.all(roles=BUTTONS))))
        self.window.click_at(accent[0])
        self.window.until(lambda: "tcoN" in (self.project / "nix/versions.nix").read_text(), "the edit in the file")
        self.keep("build-edited")

    def notes(self):
        self.press("F4")
        self.window.find("Text of CHANGELOG.md.*", usable=True)
        self.keep("notes")
        self.window.go_to("Text of CHANGELOG.md.*")  # the caret waits in the section
        self.window.press("End", "Return")
        self.window.type("- Says more.")
        self.keep("notes-edited")
        self.over(lambda: self.press("ctrl+q"), "close-question")
        self.press("ctrl+f")
        self.window.type("more")
        self.keep("notes-find")
        self.press("Escape", "ctrl+s")
        self.window.until(lambda: "Says more" in (self.project / "CHANGELOG.md").read_text(), "the notes in the file")
        self.keep("notes-saved")
        for view in ("Source", "GitHub", "Preview"):
            self.click(view)
            self.keep("notes-" + view.lower())
        self.git("commit", "-qam", "Mend and tell")
        self.git("tag", "-f", "-a", "v1.0.5", "-m", "v1.0.5")  # it was prepared at the commit before
        self.click("Take over")

    def build(self):
        self.press("F1")
        self.leave_out()
        self.window.until(lambda: self.window.all("Build.*", BUTTONS), "something to build")
        self.press("ctrl+Return", "F2")
        self.keep("build-running")
        release.step_is(self.window, "Build", "(done|cached|verified).*", release.PATIENCE)
        self.keep("build-done")
        self.click("GitHub Actions")
        self.keep("build-runs")
        self.click("Target")

    def archives(self):
        self.press("F3")
        release.step_is(self.window, "Archives", release.SETTLED)
        self.keep("archives")
        entries = self.window.find("Entries of the archive", usable=True)
        self.window.click_at(entries)
        self.press("Down", "Down")
        self.keep("archives-entry")
        self.menu(lambda: self.press("shift+F10"), "archives-menu")
        for view in ("Sizes", "Compare", "Contents"):
            self.click(view)
            self.keep("archives-" + view.lower())
        self.press("alt+Down")
        self.keep("archives-next-target")

    def publish(self):
        self.press("F5")
        release.publish_button(self.window)
        self.keep("publish-plan")
        self.agree("publish-question")
        release.step_is(self.window, "Publish", "verified.*", 120)
        self.keep("published")
        self.after(lambda: self.click("Take back…"), "Take back.*", "take-back")

    def agree(self, name):
        button = release.publish_button(self.window)
        question = self.window.opened_by(lambda: self.click(re.escape(button)), "the question before publishing")
        self.keep(name)
        for box in self.window.all(roles={Role.CHECK_BOX}, within=question):
            self.window.click_at(box)
        self.window.click("(Publish|Finish|Replace) .*[^…]", {Role.PUSH_BUTTON}, within=question)

    def recover(self):
        """A file of the release is deleted on the host by somebody else."""
        found = self.host("GET", "/repos/unmoor-sample/minne/releases")[0]
        self.host("DELETE", f"/repos/unmoor-sample/minne/releases/assets/{found['assets'][0]['id']}")
        self.click("Read GitHub again")
        release.step_is(self.window, "Publish", "(?!verified).*")
        release.publish_button(self.window)
        self.keep("recovery")
        self.agree("recovery-question")
        release.step_is(self.window, "Publish", "verified.*", 120)
        self.keep("recovered")

    def history(self):
        self.press("F6")
        self.window.find("Releases", usable=True)
        self.keep("history")
        self.over(lambda: self.click("Free space…"), "free-space")
        self.command("show the start page")
        self.keep("start-again")

    def whole(self):
        for station in (self.start_page, self.settings, self.plan, self.failure, self.mend, self.notes, self.build,
                        self.archives, self.publish, self.recover, self.history):
            self.mark(station.__name__)
            station()
        self.press("ctrl+q")
        self.window.process.wait(20)


def ask_link(path):
    try:
        return os.readlink(path)
    except OSError:
        return ""


def tour(program, folder, look, watching=None):
    """watching: variables for the program alone."""
    width, height = SIZES[look]
    # The text alone is larger: Qt would scale the window with it, and leave two thirds of the screen.
    variables = {"QT_FONT_DPI": "144", "QT_ENABLE_HIGHDPI_SCALING": "0"} if look == "large" else {}
    with desk.Desk(width, height + 24, variables) as own:
        own.use()
        one = Tour(own, program, folder, look, watching)
        try:
            one.whole()
        except Stuck as problem:
            own.picture(folder / look / "stuck.png")
            print(f"FAIL: {look}, after picture {one.count}: {problem}")
            return 1
        finally:
            (folder / look).mkdir(parents=True, exist_ok=True)
            (folder / look / "marks.json").write_text(json.dumps(one.marks))
    print(f"{look}: {one.count} pictures in {folder / look}")
    return 0


def main(program, folder, looks):
    """The accessibility tree belongs to one bus for the life of a process: a process for each appearance."""
    if len(looks) == 1:
        return tour(program, folder, looks[0])
    return max(subprocess.run([sys.executable, __file__, program, str(folder), look]).returncode for look in looks)


if __name__ == "__main__":
    if desk.missing():
        print("Not installed here: " + ", ".join(desk.missing()))
        sys.exit(77)
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:] or list(SIZES)))
