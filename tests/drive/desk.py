# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen, a window manager and a session bus of a test's own, on which the real program runs and is driven by real keys
and a real mouse. Nothing of the user's session is touched, and all of it ends with the test."""
import ctypes
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

NEEDED = ["Xvfb", "openbox", "xprop", "dbus-daemon", "xdotool", "import"]

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <servicedir>{folder}/services</servicedir>
  <policy context="default"><allow send_destination="*"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
"""

# A new window gets the focus, and so does one that is clicked; keys are the program's alone.
MANAGER = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><focusLast>yes</focusLast></focus>
  <placement><policy>Smart</policy><center>yes</center></placement>
  <desktops><number>1</number></desktops>
  <mouse><context name="Client"><mousebind button="Left" action="Press">
    <action name="Focus"/><action name="Raise"/></mousebind></context></mouse>
</openbox_config>
"""


def missing():
    """What is not installed here, of what a desk needs."""
    return [name for name in NEEDED if not shutil.which(name)]


def end_with_parent():
    """For a child: it gets SIGTERM when the test dies, however it dies."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)


class Desk:
    def __init__(self, width=1280, height=800, variables=None):
        self._folder = tempfile.TemporaryDirectory(prefix="unmoor-desk.")
        self.folder = pathlib.Path(self._folder.name)
        self.children = []
        self.environment = self._clean_environment(variables or {})
        try:
            self._start_screen(width, height)
            self._start_bus()
            self._start_manager()
        except BaseException:
            self.close()
            raise

    def _clean_environment(self, variables):
        home = self.folder / "home"
        run = self.folder / "run"
        for made in (home, run, self.folder / "services"):
            made.mkdir(mode=0o700)
        dropped = {"DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "QT_QPA_PLATFORM", "XDG_CURRENT_DESKTOP", "AT_SPI_BUS_ADDRESS"}
        environment = {name: value for name, value in os.environ.items() if name not in dropped}
        environment |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(run), "LC_ALL": "C.UTF-8", "TZ": "UTC",
                        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
                        "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "test@unmoor.invalid",
                        "GIT_COMMITTER_NAME": "Test", "GIT_COMMITTER_EMAIL": "test@unmoor.invalid",
                        "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_SCALE_FACTOR": "1"}
        return environment | variables

    def start(self, arguments, variables=None, **options):
        """A program on this desk, which ends with it."""
        child = subprocess.Popen(arguments, env=self.environment | (variables or {}), stdin=subprocess.DEVNULL,
                                 preexec_fn=end_with_parent, **options)
        self.children.append(child)
        return child

    def _start_screen(self, width, height):
        reading, writing = os.pipe()
        with open(self.folder / "screen.log", "wb") as log:
            self.start(["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp",
                        "-dpi", "96"], pass_fds=[writing], stderr=log)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start: " + (self.folder / "screen.log").read_text())
        self.environment["DISPLAY"] = ":" + number

    def _start_bus(self):
        """Only the accessibility bus can be started by it: no keyring, no portal of the machine answers."""
        service = pathlib.Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
        if not service.exists():
            raise RuntimeError(f"{service} is missing. Install at-spi2-core.")
        shutil.copy(service, self.folder / "services")
        configuration = self.folder / "bus.conf"
        configuration.write_text(BUS.format(folder=self.folder))
        log = open(self.folder / "bus.log", "wb")
        daemon = self.start(["dbus-daemon", f"--config-file={configuration}", "--nofork", "--nopidfile",
                             "--print-address=1"], stdout=subprocess.PIPE, stderr=log, text=True)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = daemon.stdout.readline().strip()

    def _start_manager(self):
        configuration = self.folder / "manager.xml"
        configuration.write_text(MANAGER)
        manager = self.start(["openbox", "--config-file", str(configuration), "--sm-disable"], stderr=subprocess.DEVNULL)
        # A window that is shown while it starts may never be painted.
        while "window id" not in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"):
            if manager.poll() is not None:
                raise RuntimeError("openbox did not start")
            time.sleep(0.02)

    def use(self):
        """Makes this process, too, one on this desk: before the first use of the accessibility tree."""
        os.environ.clear()
        os.environ.update(self.environment)

    def run(self, *arguments):
        return subprocess.run(arguments, env=self.environment, check=True, capture_output=True, text=True).stdout.strip()

    def picture(self, path):
        """The whole screen, as a PNG file."""
        pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
        self.run("import", "-silent", "-window", "root", str(path))

    def close(self):
        for child in reversed(self.children):
            child.terminate()
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        self._folder.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
