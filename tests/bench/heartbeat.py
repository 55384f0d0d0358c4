#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the window's event loop is busy at once while the driven tour (tests/drive/tour.py) runs:

    packaging/enter tests/bench/heartbeat.py BUILD-FOLDER [FOLDER]

Needs the targets unmoor and heartbeat. Prints the longest turns, where in the tour and in the program they were, and ends with
1 if one is longer than 50 ms. Counted is what the program's thread ran or slept on its own account: time in which all cores
were taken by others (Nix, the screen, the tour) is taken off, and shown."""
import json
import pathlib
import sys

here = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent / "drive"))
import tour  # noqa: E402

BAR = 50  # milliseconds
SHOWN = 20  # turns


def own(turn):
    return turn["turn"] - turn["noCore"]


def step_at(marks, moment):
    before = [mark["step"] for mark in marks if mark["at"] <= moment]
    return before[-1] if before else "start"


def place(turn):
    """One line for each time that the program was asked where it is, innermost first."""
    lines = (" < ".join(name.replace("unmoor::", "") for name in names[:10]) for names in turn["in"])
    return ("\n" + " " * 36).join(lines)


def report(folder):
    lines = [json.loads(line) for line in (folder / "heartbeat.jsonl").read_text().splitlines()]
    marks = json.loads((folder / "light" / "marks.json").read_text())
    turns = sorted((line for line in lines if "turn" in line), key=own, reverse=True)
    beats = sum(line.get("beats", 0) for line in lines)
    print("ms    own   ran   after            where")
    for turn in turns[:SHOWN]:
        print(f"{turn['turn']:5.0f} {own(turn):5.0f} {turn['ran']:5.0f}   {step_at(marks, turn['at']):16} {place(turn)}")
    over = [turn for turn in turns if own(turn) > BAR]
    print(f"{beats} beats, {len(turns)} turns over 16 ms, {len(over)} over {BAR} ms")
    return 1 if over else 0


def main(build, folder):
    folder.mkdir(parents=True, exist_ok=True)
    library = next(build.glob("tests/bench/libheartbeat.so"))
    watching = {"LD_PRELOAD": str(library), "UNMOOR_HEARTBEAT": str(folder / "heartbeat.jsonl")}
    code = tour.tour(str(build / "unmoor"), folder, "light", watching)
    return report(folder) or code


if __name__ == "__main__":
    chosen = pathlib.Path(sys.argv[1]).resolve()
    sys.exit(main(chosen, pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else chosen / "heartbeat"))
