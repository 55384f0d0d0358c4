# SPDX-License-Identifier: GPL-3.0-or-later
"""What a release in the window consists of, by the names that people read."""
import pathlib
import re

from window import Role, Stuck, Window

# A step that came to something, and not before the project changed.
SETTLED = "(done|verified|warning|error)(?!: checked before).*"
# What Nix evaluates and builds takes its time where the machine has other work, too. Seconds.
PATIENCE = 300
SETTINGS = ["Machines, accounts", "Building, publishing", "Look", "Trust", "Storage"]


def start(desk, program, arguments, state=None, variables=None):
    """The program on desk, and its window once it takes keys."""
    program = str(pathlib.Path(program).resolve())
    state = state or desk.folder / "state"
    log = open(desk.folder / "program.log", "ab")
    process = desk.start([program, *arguments, "--state-dir", str(state)], variables, cwd=desk.folder,
                         stdout=log, stderr=log)
    return Window(desk, process)


def step(window, name):
    """A step's button in the rail; its description says how the step stands."""
    return window.find(name, {Role.RADIO_BUTTON})


def step_is(window, name, expression, seconds=60):
    """Waits until the rail says so of the step name, as "done: 2 of 2 targets"."""
    last = ["nothing"]

    def fits():
        last[0] = step(window, name).description
        return re.fullmatch(expression, last[0], re.S)

    try:
        window.until(fits, name, seconds)
    except Stuck as problem:
        raise Stuck(f"{problem} The rail says “{last[0]}”, not {expression}.") from None


def plan_is_checked(window):
    """Waits until every gate has an answer for the project as it is now."""
    step_is(window, "Plan", SETTLED, PATIENCE)
    window.find("Check all again", {Role.PUSH_BUTTON}, seconds=PATIENCE, usable=True)


def unbuildable(window):
    """The targets that nothing here builds: those that can be left out at once."""
    found = (re.fullmatch("Leave (.*) out", node.name) for node in window.all("Leave .* out", {Role.PUSH_BUTTON}))
    return [match[1] for match in found if match]


def publish_button(window):
    """The words of the button that publishes, once it can be pressed."""
    return window.find("(Publish|Finish) v.*…", {Role.PUSH_BUTTON}, usable=True).name
