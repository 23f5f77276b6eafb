# SPDX-License-Identifier: Apache-2.0
"""A real window of tapbench-view on a display of its own, worked from outside with keys and a
mouse: window.py VIEWER RUNS."""
import os
import subprocess
import sys
import tempfile
import time
import unittest

VIEWER, RUNS = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
PATIENCE_S = 120


def start_display():
    """An X server that chooses its number itself and tells it, and is asked whether it serves."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        read_end, write_end = os.pipe()
        server = subprocess.Popen(["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1280x800x24", "-noreset",
                                   "-nolisten", "tcp"], pass_fds=[write_end], stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end, encoding="ascii") as stream:
            display = ":" + stream.readline().strip()
        if serves(display):
            return server, display
        server.kill()
        server.wait()
    sys.exit("no X server")


def serves(display):
    return any(subprocess.run(["xdotool", "getdisplaygeometry"], env={**os.environ, "DISPLAY": display},
                              capture_output=True, check=False).returncode == 0 for _ in range(20))


class Window(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="tapbench-window-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        server, display = start_display()
        self.addCleanup(server.wait)
        self.addCleanup(server.terminate)
        self.environment = {"PATH": os.environ["PATH"], "DISPLAY": display,
                            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""), "XDG_STATE_HOME": self.folder,
                            "LC_ALL": "C.UTF-8", "LIBGL_ALWAYS_SOFTWARE": "1"}
        self.viewer = subprocess.Popen([VIEWER, os.path.join(RUNS, "smoke.db"), "--size", "1280x800"],
                                       env=self.environment, cwd=self.folder)
        self.addCleanup(self.viewer.wait)
        self.addCleanup(self.viewer.kill)
        self.window = self.until(lambda: self.xdotool("search", "--name", "tapbench: "))
        self.xdotool("windowfocus", self.window)

    def xdotool(self, *words):
        return subprocess.run(["xdotool", *words], env=self.environment, capture_output=True, text=True,
                              check=False).stdout.strip()

    def until(self, question):
        """The first true answer; asked until the window, which draws in its own time, has followed."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            answer = question()
            if answer:
                return answer
        self.fail(f"nothing within {PATIENCE_S} s")

    def click(self, x, y):
        # ImGui sees a button only when it is down in one of its frames.
        self.xdotool("mousemove", "--window", self.window, str(x), str(y), "sleep", "0.2", "mousedown", "1",
                     "sleep", "0.2", "mouseup", "1", "sleep", "0.2")

    def test_keys_and_mouse_save_a_table_and_the_panel_is_remembered(self):
        saved = os.path.join(self.folder, "smoke-ridership.csv")

        def save():
            self.xdotool("key", "--delay", "200", "ctrl+3")
            self.click(*SAVE_CSV)
            self.click(*SAVE_HERE)
            return os.path.isfile(saved)

        self.until(save)
        with open(saved, encoding="utf-8-sig") as stream:
            self.assertEqual(stream.readline(), "Route,Direction,Operator,Trips,Boardings,Highest load,"
                                                "Maximum load point,At\n")

        def quit_it():
            self.xdotool("key", "--delay", "200", "ctrl+q")
            return self.viewer.poll() is not None

        self.until(quit_it)
        self.assertEqual(self.viewer.returncode, 0)
        with open(os.path.join(self.folder, "tapbench", "view.txt"), encoding="ascii") as stream:
            self.assertEqual(stream.read(), "width 1280\nheight 800\npanel ridership\n")


# In the middle of the buttons, of a window of 1280x800.
SAVE_CSV, SAVE_HERE = (120, 78), (165, 124)

if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
