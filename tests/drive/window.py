# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as those meet it who do not see it: a tree of named controls, and one that has the focus. What is done to
it goes through the X server, as real keys and clicks."""
import re
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Role = Atspi.Role
State = Atspi.StateType

# Views whose rows are reached by arrow keys once the view has the focus.
VIEWS = {Role.LIST, Role.TABLE, Role.TREE, Role.TREE_TABLE, Role.LIST_BOX}
MOST_ROWS = 60  # of one view that are looked at


class Stuck(AssertionError):
    """Something did not come in time."""


def ask(question, otherwise=None):
    """What question comes to; otherwise where the control is gone meanwhile."""
    try:
        return question()
    except GLib.GError:
        return otherwise


class Node:
    """One control, asked anew at each question."""

    def __init__(self, accessible):
        self.accessible = accessible

    def __eq__(self, other):
        return isinstance(other, Node) and self.accessible == other.accessible

    def __hash__(self):
        return hash(self.accessible)

    def __str__(self):
        return f"{self.role_name} “{self.name}”" + (f" in {self.place}" if self.place else "")

    @property
    def name(self):
        return ask(self.accessible.get_name, "") or ""

    @property
    def description(self):
        return ask(self.accessible.get_description, "") or ""

    @property
    def role(self):
        return ask(self.accessible.get_role, Role.INVALID)

    @property
    def role_name(self):
        return self.role.value_nick

    @property
    def place(self):
        """The nearest thing around it that has a name."""
        node = self.parent
        while node and node.role not in (Role.FRAME, Role.APPLICATION, Role.DIALOG):
            if node.name:
                return node.name
            node = node.parent
        return node.name if node else ""

    @property
    def parent(self):
        found = ask(self.accessible.get_parent)
        return Node(found) if found else None

    @property
    def window(self):
        """The window that it is in; None: it is in none any more."""
        node = self
        while node:
            above = node.parent
            if above and above.role == Role.APPLICATION:
                return node
            node = above
        return None

    @property
    def children(self):
        count = min(ask(self.accessible.get_child_count, 0), MOST_ROWS * 8)
        found = (ask(lambda: self.accessible.get_child_at_index(i)) for i in range(count))
        return [Node(child) for child in found if child]

    @property
    def states(self):
        found = ask(self.accessible.get_state_set)
        return set(found.get_states()) if found else set()

    def has(self, *wanted):
        return self.states.issuperset(wanted)

    @property
    def is_shown(self):
        return self.has(State.SHOWING, State.VISIBLE)

    @property
    def is_usable(self):
        return self.has(State.SHOWING, State.VISIBLE, State.SENSITIVE)

    @property
    def box(self):
        """Left, top, width and height on the screen, in pixels."""
        found = ask(lambda: self.accessible.get_extents(Atspi.CoordType.SCREEN))
        return (found.x, found.y, found.width, found.height) if found else (0, 0, 0, 0)

    @property
    def text(self):
        """What an editor or a log holds."""
        return ask(lambda: Atspi.Text.get_text(self.accessible, 0, -1), "") or ""

    @property
    def has_text(self):
        """Whether its text can be read at all, character by character."""
        return bool(ask(self.accessible.get_text_iface))

    def walk(self, into_views=False):
        """This and what is shown of what is in it, in reading order."""
        yield self
        if self.role in VIEWS and not into_views:
            return
        for child in self.children:
            if child.is_shown:
                yield from child.walk(into_views)


class Window:
    """The windows of one process on a desk."""

    def __init__(self, desk, process):
        self.desk = desk
        self.process = process
        self.focus_events = 0
        self.last_focus = None
        self._listener = Atspi.EventListener.new(self._take_focus)
        self._listener.register("object:state-changed:focused")
        self.application = self.until(self._find_application, "the program in the accessibility tree")
        self.until(lambda: self.top() and self.top().has(State.ACTIVE), "an active window")

    # --- Waiting ------------------------------------------------------------------------------------------------------

    def _take_focus(self, event):
        if event.detail1 and event.source:
            self.last_focus = Node(event.source)
            self.focus_events += 1

    def _turn(self, milliseconds):
        """Takes what the program tells, for so long."""
        context = GLib.MainContext.default()
        ended = []
        GLib.timeout_add(milliseconds, lambda: ended.append(True) and False)
        while not ended:
            context.iteration(True)

    def until(self, condition, what, seconds=60):
        """What condition comes to, once that is true. Raises Stuck, naming what, after seconds."""
        end = time.monotonic() + seconds
        while True:
            self._turn(20)
            found = condition()
            if found:
                return found
            if self.process.poll() is not None:
                raise Stuck(f"The program ended with {self.process.returncode} while {what} was waited for.")
            if time.monotonic() > end:
                raise Stuck(f"Waited {seconds} s for {what}.")

    def settle(self):
        """Waits until the program, after what was pressed, has answered twice and moved the focus no more."""
        quiet = 0
        while quiet < 2:
            before = self.focus_events
            self._turn(40)
            ask(self.application.accessible.get_child_count)
            quiet = quiet + 1 if before == self.focus_events else 0

    # --- Finding ------------------------------------------------------------------------------------------------------

    def _find_application(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(ask(desktop.get_child_count, 0)):
            child = ask(lambda: desktop.get_child_at_index(i))
            if child and ask(child.get_process_id, 0) == self.process.pid:
                child.set_cache_mask(Atspi.Cache.NONE)
                return Node(child)
        return None

    def tops(self):
        return [node for node in self.application.children if node.is_shown]

    def top(self):
        """The window that takes the keys."""
        shown = self.tops()
        return next((node for node in reversed(shown) if node.has(State.ACTIVE)), shown[-1] if shown else None)

    def opened_by(self, action, what):
        """The window, dialog or list that comes up because of action, and takes the focus."""
        before = self.tops()
        action()
        new = self.until(lambda: [node for node in self.fronts() if node not in before], what)
        self.settle()
        return new[-1]

    def fronts(self):
        """All windows, and the one that has the focus: what pops up for a moment is in no list of windows."""
        front = self.last_focus and self.last_focus.is_shown and self.last_focus.window
        return [*self.tops(), *([front] if front else [])]

    def closed(self, over, what):
        self.until(lambda: not over.is_shown, f"{what} to close")
        self.settle()

    def all(self, name=None, roles=None, within=None, into_views=False):
        """Controls that are shown, whose name the regular expression fits as a whole."""
        found = []
        for top in [within] if within else self.tops():
            for node in top.walk(into_views):
                if (roles is None or node.role in roles) and (name is None or re.fullmatch(name, node.name, re.S)):
                    found.append(node)
        return found

    def find(self, name, roles=None, within=None, seconds=60, usable=False, into_views=False):
        def first():
            for node in self.all(name, roles, within, into_views):
                if not usable or node.is_usable:
                    return node
            return None

        return self.until(first, f"“{name}”" + (" to be usable" if usable else ""), seconds)

    def is_there(self, name, roles=None, into_views=False):
        return bool(self.all(name, roles, into_views=into_views))

    def gone(self, name, roles=None, seconds=60):
        self.until(lambda: not self.is_there(name, roles), f"“{name}” to go", seconds)

    def focused(self):
        """What has the focus; None: nothing that is shown has it."""
        self._turn(10)
        if self.last_focus and self.last_focus.has(State.FOCUSED, State.SHOWING):
            return self.last_focus
        for top in self.tops():
            for node in top.walk():
                if node.has(State.FOCUSED):
                    return node
        return None

    # --- Doing --------------------------------------------------------------------------------------------------------

    def press(self, *keys):
        """Keys as X names them: "Tab", "ctrl+Return"."""
        self.desk.run("xdotool", "key", "--delay", "8", *keys)

    def type(self, text):
        self.desk.run("xdotool", "type", "--delay", "8", "--", text)

    def tab(self, key="Tab", seconds=8):
        """Presses key; what has the focus then. None: the key moved it nowhere."""
        before = self.focus_events
        self.press(key)
        try:
            self.until(lambda: self.focus_events > before, "the focus to move", seconds)
        except Stuck:
            return None
        self._turn(10)
        return self.last_focus

    def go_to(self, name, roles=None, most=120):
        """Tab by Tab to a control, as somebody without a mouse would."""
        passed = []
        now = self.focused()
        for _ in range(most):
            if now and re.fullmatch(name, now.name, re.S) and (roles is None or now.role in roles):
                return now
            now = self.tab()
            passed.append(str(now))
        raise Stuck(f"“{name}” was not reached by Tab. Passed: " + ", ".join(passed[:40]))

    def click(self, name, roles=None, within=None, into_views=False, button=1, twice=False):
        """Waits for a control, and clicks into its middle."""
        node = self.find(name, roles, within, usable=True, into_views=into_views)
        self.click_at(node, button, twice)
        return node

    def click_at(self, node, button=1, twice=False):
        left, top, width, height = node.box
        self.desk.run("xdotool", "mousemove", str(left + width // 2), str(top + height // 2), "click",
                      *(["--repeat", "2", "--delay", "30"] if twice else []), str(button))
        self.settle()
