#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A release by keyboard alone, through the accessibility tree:  walk.py PROGRAM [FOLDER]

Starts the real program on a rehearsal, with a screen and buses of its own, and goes by keys through plan, build, archives,
notes, publish and history, the palette, the settings and the dialogs on the way. Fails on a control without a name, with a
role that does not fit, or that Tab does not reach; on a focus that is lost; and where the release does not get done.
FOLDER gets a picture of where it failed. 77: something that it needs is not installed here, and it says what."""
import pathlib
import sys

import desk

if desk.missing():
    print("Skipped: not installed here: " + ", ".join(desk.missing()))
    sys.exit(77)
try:
    import release
    from audit import defects
    from window import Role, State, Stuck
except (ImportError, ValueError) as problem:
    print(f"Skipped: the accessibility tree cannot be read here: {problem}")
    sys.exit(77)

STEPS = ["Plan", "Build", "Archives", "Notes", "Publish", "History"]


class Walk:
    def __init__(self, window):
        self.window = window
        self.found = []

    def judge(self, page, within=None):
        self.found += defects(self.window, page, within)

    def press(self, *keys):
        """Keys after which the focus must still be somewhere."""
        self.window.press(*keys)
        self.window.settle()
        self.keeps_focus("after " + " ".join(keys))

    def keeps_focus(self, when):
        if not self.window.focused():
            self.found.append(f"The focus is lost {when}")

    def open_step(self, name):
        self.press(f"F{STEPS.index(name) + 1}")

    def press_control(self, name, key="space"):
        """By Tab to a control, and into it."""
        self.window.go_to(name)
        self.press(key)

    # --- The job ------------------------------------------------------------------------------------------------------

    def plan(self):
        release.step_is(self.window, "Plan", release.SETTLED)
        self.open_step("Plan")
        self.judge("Plan")
        for triple in release.unbuildable(self.window):
            self.press_control(f"Leave {triple} out")
            self.keeps_focus("once a target is left out")

    def build(self):
        self.open_step("Plan")
        self.press("ctrl+Return")
        release.step_is(self.window, "Build", "(done|cached|verified).*", 120)
        self.open_step("Build")
        self.judge("Build")

    def archives(self):
        self.open_step("Archives")
        release.step_is(self.window, "Archives", release.SETTLED)
        self.judge("Archives")
        for view in ("Sizes", "Compare", "Contents"):
            if self.window.is_there(view, {Role.RADIO_BUTTON, Role.TOGGLE_BUTTON, Role.PUSH_BUTTON, Role.PAGE_TAB}):
                self.choose_view(view)
                self.judge(f"Archives, {view}")

    def choose_view(self, view):
        """One of several that stand side by side: Tab to the chosen one, arrows from there."""
        self.window.go_to("Contents|Sizes|Compare")
        for key in ("Right", "Right", "Left", "Left"):
            if self.window.focused().name != view:
                self.press(key)
        if self.window.focused().name != view:
            self.found.append(f"Archives: arrows do not come to “{view}”")
        self.press("space")

    def notes(self):
        self.open_step("Notes")
        self.judge("Notes")
        editor = self.window.go_to("Text of CHANGELOG.md.*")
        before = editor.text
        self.window.type("More")
        self.window.until(lambda: editor.text != before, "what was typed into the notes")
        self.window.press(*["BackSpace"] * 4)
        self.window.until(lambda: editor.text == before, "the notes as they were")
        self.press("ctrl+f")
        self.judge("Notes, finding")
        self.press("Escape")

    def publish(self):
        self.open_step("Publish")
        button = release.publish_button(self.window)
        self.judge("Publish")
        question = self.window.opened_by(lambda: self.press("ctrl+Return"), "the question before publishing")
        self.judge("Before publishing", question)
        self.press_control(button.replace("…", ""))
        release.step_is(self.window, "Publish", "verified.*", 120)
        self.keeps_focus("once it is published")

    def history(self):
        self.open_step("History")
        releases = self.window.find("Releases", usable=True)
        self.window.until(lambda: any("v1.0.5" in row.name for row in releases.children), "the release in the history")
        self.judge("History")

    # --- What lies over the pages -------------------------------------------------------------------------------------

    def overlays(self):
        for keys, name in (("ctrl+slash", "Shortcuts"), ("ctrl+comma", "Settings"), ("ctrl+k", "Palette")):
            before = self.window.focused()
            over = self.window.opened_by(lambda: self.window.press(keys), f"what {keys} opens")
            if name == "Settings":
                self.settings(over)
            else:
                self.judge(name, over)
            self.window.press("Escape")
            self.window.closed(over, name)
            after = self.window.focused()
            if after != before:
                self.found.append(f"{name}: closing it puts the focus on {after}; before it was on {before}")

    def settings(self, over):
        parts = "Parts of the settings|" + "|".join(release.SETTINGS)
        for part in release.SETTINGS:
            self.judge(f"Settings, {part}", over)
            self.window.go_to(parts)
            self.press("Down")

    def whole(self):
        self.plan()
        self.build()
        self.archives()
        self.notes()
        self.overlays()
        self.publish()
        self.history()


def main(program, folder):
    with desk.Desk() as own:
        own.use()
        window = release.start(own, program, ["rehearse", "--window"])
        walk = Walk(window)
        try:
            walk.whole()
        except Stuck as problem:
            walk.found.append(f"{problem} The focus is on {window.focused()}.")
        if walk.found:
            own.picture(folder / "walk.png")
    for sentence in dict.fromkeys(walk.found):
        print("FAIL: " + sentence)
    return 1 if walk.found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else ".")))
