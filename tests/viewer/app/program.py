# SPDX-License-Identifier: Apache-2.0
"""tapbench-view from the command line: program.py VIEWER RUNS."""
import os
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import unittest

VIEWER, RUNS = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])


def png_size(file):
    with open(file, "rb") as stream:
        head = stream.read(24)
    assert head[:8] == b"\x89PNG\r\n\x1a\n", head
    return struct.unpack(">II", head[16:24])


class Program(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="tapbench-view-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def view(self, *words, **more):
        environment = {"PATH": os.environ["PATH"], "XDG_STATE_HOME": self.folder, "LC_ALL": "C.UTF-8",
                       "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""), **more}
        return subprocess.run([VIEWER, *words], capture_output=True, text=True, cwd=self.folder, env=environment,
                              check=False)

    def refused(self, text, *words):
        done = self.view(*words)
        self.assertEqual(done.returncode, 4, done.stderr)
        self.assertIn(text, done.stderr)
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)

    def run_named(self, name):
        return os.path.join(RUNS, name + ".db")

    def test_a_screenshot_needs_no_display(self):
        done = self.view(self.run_named("smoke"), "--screenshot", "map.png", "--panel", "map", "--size", "800x600")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(png_size(os.path.join(self.folder, "map.png")), (800, 600))
        self.assertEqual(os.listdir(self.folder), ["map.png"])

    def test_words_that_mean_nothing_are_named(self):
        smoke = self.run_named("smoke")
        self.refused("--panel money_: expected one of overview, map", smoke, "--panel", "money_")
        self.refused("--tap 12: expected DEVICE-SEQUENCE", smoke, "--tap", "12")
        self.refused("--time 8: expected HH:MM", smoke, "--time", "8")
        self.refused("--size 10x10: expected WIDTHxHEIGHT", smoke, "--size", "10x10")
        self.refused("--lang fr: expected ja or en", smoke, "--lang", "fr")
        self.refused("RUN.db", "--panel", "map")

    def test_a_file_that_cannot_be_shown_is_refused_in_one_line(self):
        self.refused("nowhere.db", "nowhere.db", "--screenshot", "x.png")
        text = os.path.join(self.folder, "text.db")
        with open(text, "w", encoding="utf-8") as stream:
            stream.write("no database\n" * 100)
        self.refused("text.db", text, "--screenshot", "x.png")
        other = os.path.join(self.folder, "other.db")
        shutil.copy(self.run_named("smoke"), other)
        with sqlite3.connect(other) as database:
            database.execute("PRAGMA user_version = 99")
        self.refused("other.db", other, "--screenshot", "x.png")
        self.assertNotIn("x.png", os.listdir(self.folder))

    def picture(self, run, panel):
        done = self.view(run, "--screenshot", "x.png", "--panel", panel)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        with open(os.path.join(self.folder, "x.png"), "rb") as stream:
            return stream.read()

    def test_an_aborted_run_shows_the_same_numbers_and_says_what_it_is(self):
        smoke, aborted = self.run_named("smoke"), os.path.join(self.folder, "aborted.db")
        shutil.copy(smoke, aborted)
        with sqlite3.connect(aborted) as database:
            database.execute("UPDATE run SET status = 'aborted', verdict = NULL, digest = NULL")
            for table in ("ridership_tap", "ridership_class", "latency_histogram", "slow_tap", "money_flow"):
                database.execute("DELETE FROM " + table)
        for panel in ("map", "ridership", "latency"):
            self.assertEqual(self.picture(smoke, panel), self.picture(aborted, panel), panel)
        self.assertNotEqual(self.picture(smoke, "overview"), self.picture(aborted, "overview"))

    def test_a_file_that_is_no_font_is_refused(self):
        smoke = self.run_named("smoke")
        self.refused("nowhere.ttf: expected a TrueType or OpenType font", smoke, "--screenshot", "x.png", "--font",
                     "nowhere.ttf")
        self.refused("smoke.db: expected a TrueType or OpenType font", smoke, "--screenshot", "x.png", "--font", smoke)

    def test_a_picture_that_cannot_be_written_is_said(self):
        self.refused("/nowhere/x.png", self.run_named("smoke"), "--screenshot", "/nowhere/x.png")

    def test_without_a_display_a_window_is_refused(self):
        done = self.view(self.run_named("smoke"))
        self.assertEqual(done.returncode, 70)
        self.assertIn("no window: ", done.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
