# SPDX-License-Identifier: Apache-2.0
"""The program under test, named by $TAPBENCH, and a fresh folder for each test to run it in."""
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import unittest

SOURCE = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
SCENARIOS = os.path.join(SOURCE, "scenarios")
SMOKE = os.path.join(SCENARIOS, "rush_hour", "smoke.yaml")
SKIPPED = 77


def environment(**more):
    """That of the caller without what changes the program's words."""
    mine = {key: value for key, value in os.environ.items()
            if key not in ("TAPBENCH_FEEDS", "GITHUB_ACTIONS", "NO_COLOR")}
    return {**mine, "LC_ALL": "C.UTF-8", **more}


def program():
    return os.path.abspath(os.environ["TAPBENCH"])


def feeds_or_skip():
    folder = os.environ.get("TAPBENCH_FEEDS")
    if not folder:
        print("skipped: TAPBENCH_FEEDS names no folder of real feeds")
        sys.exit(SKIPPED)
    return os.path.abspath(folder)


class Folder(unittest.TestCase):
    """Each test has an empty folder, which is where the program runs."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="tapbench-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        mode, encoding = ("wb", None) if isinstance(content, bytes) else ("w", "utf-8")
        with open(self.path(name), mode, encoding=encoding) as stream:
            stream.write(content)

    def run_it(self, *words, env=None, **more):
        return subprocess.run([program(), *words], cwd=self.folder, text=True, check=False,
                              capture_output=True, env=env or environment(), **more)

    def start(self, *words, **more):
        return subprocess.Popen([program(), *words], cwd=self.folder, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                env=environment(), **more)

    def expect_code(self, done, code):
        self.assertEqual(done.returncode, code, f"{done.args}\n{done.stdout}{done.stderr}")

    def expect_refused(self, done, part):
        """Exit code 4 with one line on stderr that holds `part`, and nothing on stdout."""
        self.expect_code(done, 4)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertIn(part, done.stderr)
        self.assertEqual(done.stdout, "")

    def contents(self):
        """Every path below the folder with the bytes of the files."""
        found = {}
        for folder, folders, names in os.walk(self.folder):
            found.update({os.path.join(folder, name): None for name in folders})
            for name in names:
                with open(os.path.join(folder, name), "rb") as stream:
                    found[os.path.join(folder, name)] = stream.read()
        return found

    def query(self, name, sql):
        connection = sqlite3.connect(f"file:{self.path(name)}?mode=ro", uri=True)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()


def main():
    signal.signal(signal.SIGINT, signal.default_int_handler)  # ctest in the background ignores it
    unittest.main(verbosity=2)
