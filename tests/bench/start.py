#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long it takes from starting Unmoor until its window is painted, beside a program with an empty window:

    packaging/enter tests/bench/start.py BUILD-FOLDER [ROUNDS]

Needs the targets unmoor, emptywindow and firstpaint. Both take their turn in every round, on a screen of their own and with a
warm cache; the ratio is of the same round. Ends with 1 if the median ratio is over 1.5."""
import pathlib
import statistics
import subprocess
import sys
import time

here = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent / "drive"))
import desk  # noqa: E402

BAR = 1.5
PATIENCE = 15  # seconds
TRIES = 3


def milliseconds(own, command, library):
    """From before the program is started until its window is painted. On a busy machine the first window of all is sometimes
    never painted, an empty one too: that one is shown again."""
    for _ in range(TRIES):
        started = time.monotonic() * 1000
        child = own.start(command, {"LD_PRELOAD": str(library)}, stdout=subprocess.PIPE, text=True, cwd=own.folder)
        try:
            painted = float(child.communicate(timeout=PATIENCE)[0])
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()
            continue
        finally:
            own.children.remove(child)
        return painted - started
    raise RuntimeError(f"{command[0]} was not painted within {PATIENCE} s, {TRIES} times")


def main(build, rounds):
    bench = build / "tests/bench"
    library = next(bench.glob("libfirstpaint.so"))
    with desk.Desk(1400, 900) as own:
        own.environment.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON")
        commands = {"an empty window": [str(bench / "emptywindow")],
                    "Unmoor": [str(build / "unmoor"), "--state-dir", str(own.folder / "state")]}
        for command in commands.values():
            milliseconds(own, command, library)  # the first fills the caches
        times = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                times[name].append(milliseconds(own, command, library))
    for name, all_of_them in times.items():
        print(f"{name:16} {statistics.median(all_of_them):6.0f} ms (best {min(all_of_them):.0f}, worst {max(all_of_them):.0f})")
    ratio = statistics.median(one / empty for one, empty in zip(times["Unmoor"], times["an empty window"]))
    print(f"{'of the empty one':16} {ratio:6.2f} (bar {BAR})")
    return 1 if ratio > BAR else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 20))
