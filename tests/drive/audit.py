# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with a page for somebody who has only the keyboard, or who hears it read: controls without a name, without
a role that fits, or that Tab does not reach; a focus that is nowhere, or where it cannot be seen."""
from window import VIEWS, MOST_ROWS, Role, State

MOST_STOPS = 150  # of Tab, on one page

PRESSED = {Role.PUSH_BUTTON, Role.TOGGLE_BUTTON, Role.PUSH_BUTTON_MENU, Role.CHECK_BOX, Role.RADIO_BUTTON, Role.LINK,
           Role.COMBO_BOX, Role.PAGE_TAB, Role.SLIDER, Role.SPIN_BUTTON}
WRITTEN = {Role.TEXT, Role.ENTRY, Role.PASSWORD_TEXT, Role.PARAGRAPH, Role.DOCUMENT_FRAME, Role.DOCUMENT_TEXT}
# What can have the focus, and says what it is.
FITTING = PRESSED | WRITTEN | VIEWS | {
    Role.TABLE_CELL, Role.LIST_ITEM, Role.TREE_ITEM, Role.TABLE_ROW_HEADER, Role.TABLE_COLUMN_HEADER, Role.MENU,
    Role.MENU_ITEM, Role.CHECK_MENU_ITEM, Role.RADIO_MENU_ITEM, Role.CHART, Role.IMAGE, Role.LABEL, Role.STATIC,
    Role.GROUPING, Role.PANEL, Role.SCROLL_PANE, Role.TERMINAL, Role.TOOL_BAR, Role.DIALOG, Role.ALERT, Role.FRAME, Role.HTML_CONTAINER}
# One of several is reached by Tab, the others by arrow keys.
GROUPED = {Role.RADIO_BUTTON, Role.PAGE_TAB, Role.TOGGLE_BUTTON}


def defects(window, page, within=None):
    """Sentences, each naming one thing. The focus goes once round the window and comes back to where it was.
    within: what of the window is judged; all of its active one, where nothing is said."""
    found = []
    root = within or window.top()
    controls = [node for node in root.walk() if is_control(node)]
    found += [sentence for node in controls for sentence in wrong_with(node)]
    stops = round_trip(window, root, found)
    found += [f"Tab does not reach {node}" for node in controls
              if stops is not None and node.is_usable and not is_part(node) and not is_in_line(node)
              and not is_reached(node, stops)]
    return [f"{page}: {sentence}" for sentence in found]


def is_control(node):
    """What takes keys, or would be pressed; not words that can merely be selected with the mouse."""
    return node.is_shown and node.role not in {Role.LABEL, Role.STATIC} \
        and (node.has(State.FOCUSABLE) or node.role in PRESSED)


def wrong_with(node):
    states = node.states
    name = node.name.strip()
    if State.FOCUSABLE in states and node.role not in FITTING:
        yield f"{node} has the focus as a “{node.role_name}”, which says nothing of what it is"
    if not name and not is_part(node):
        yield f"a {node.role_name} in “{node.place}” has no name"
    if "&" in name.replace("&&", "") and node.role in PRESSED:
        yield f"{node} is read with its mnemonic's “&”"
    if node.role in WRITTEN and State.FOCUSABLE in states and not node.has_text:
        yield f"{node} says that it is a text, but has none to read"
    if node.role in VIEWS:
        yield from unnamed_rows(node)


def unnamed_rows(view):
    """A view whose rows say nothing."""
    cells = [cell for cell in view.children[:MOST_ROWS] if cell.is_shown and cell.role not in
             {Role.SCROLL_BAR, Role.FILLER, Role.TABLE_COLUMN_HEADER, Role.TABLE_ROW_HEADER}]
    if cells and not any(cell.name.strip() for cell in cells):
        yield f"none of the {len(cells)} cells shown of {view} has a name"


def is_part(node):
    """Part of a control that is one for the keyboard: the line in a spin box, the button in a combo box."""
    parent = node.parent
    while parent and parent.role not in (Role.FRAME, Role.DIALOG):
        if parent.role in {Role.SPIN_BUTTON, Role.COMBO_BOX, Role.SCROLL_BAR} | VIEWS:
            return True
        parent = parent.parent
    return node.role == Role.SCROLL_BAR


def is_in_line(node):
    """The button that empties a line of text: keys do the same."""
    return node.parent is not None and node.parent.role in {Role.TEXT, Role.ENTRY}


def round_trip(window, root, found):
    """What Tab comes by, until it is where it has been. None: it stays somewhere for good."""
    stops = []
    usable = [node for node in root.walk() if is_control(node) and node.is_usable and not is_part(node)
              and not is_in_line(node) and node.has(State.FOCUSABLE)]
    first = window.focused()
    if not first:
        found.append("nothing has the focus")
    for _ in range(MOST_STOPS):
        stop = window.tab()
        if not stop and len(usable) < 2:
            return usable  # there is nowhere to go
        if not stop:
            found.append(f"Tab does not leave {stops[-1] if stops else first}")
            return None
        if stop in stops:
            return stops
        stops.append(stop)
        found += out_of_sight(root, stop)
    found.append(f"{MOST_STOPS} times Tab does not come round")
    return stops


def out_of_sight(root, stop):
    if not stop.is_shown:
        return [f"the focus is on {stop}, which is not shown"]
    left, top, width, height = stop.box
    window_left, window_top, window_width, window_height = root.box
    inside = left + width > window_left and left < window_left + window_width \
        and top + height > window_top and top < window_top + window_height
    return [] if inside and width > 0 and height > 0 else [f"the focus is on {stop}, which is out of sight"]


def is_reached(node, stops):
    if node in stops or any(node == stop.parent for stop in stops):
        return True
    if node.role in VIEWS:
        return any(is_inside(stop, node) for stop in stops)
    if node.role in GROUPED:
        siblings = [stop for stop in stops if stop.role == node.role and stop.parent == node.parent]
        return bool(siblings)
    return any(is_inside(stop, node) for stop in stops if node.role in PRESSED)


def is_inside(node, around):
    parent = node.parent
    while parent:
        if parent == around:
            return True
        parent = parent.parent
    return False
