# SPDX-License-Identifier: Apache-2.0
"""On a terminal: progress and colours; without one, or with NO_COLOR, none of either. Data goes to
stdout and the log to stderr, and nothing is written outside the paths that were given."""
import errno
import json
import os
import pty
import subprocess

import program

GREEN, ERASE = "\x1b[32m", "\x1b[K"


def on_terminal(words, folder, env):
    """(exit code, everything shown) with both streams on a pseudo-terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen([program.program(), *words], cwd=folder, env=env, stdin=theirs,
                          stdout=theirs, stderr=theirs) as child:
        os.close(theirs)
        shown = b""
        while True:
            try:
                block = os.read(ours, 65536)
            except OSError as error:
                if error.errno != errno.EIO:  # how a terminal ends
                    raise
                break
            if not block:
                break
            shown += block
    os.close(ours)
    return child.returncode, shown.decode("utf-8")


class Terminal(program.Folder):
    words = ("run", program.SMOKE, "-o", "r.db")

    def test_progress_runs_and_vanishes_and_the_verdict_is_green(self):
        code, shown = on_terminal(self.words, self.folder, program.environment())
        self.assertEqual(code, 0, shown)
        self.assertIn("\rrush_hour/smoke  07:45:00", shown)
        self.assertIn("\r" + ERASE, shown)
        self.assertNotIn("\rrush_hour/smoke  0", shown[shown.index(ERASE):])
        self.assertIn(f"{GREEN}PASS\x1b[0m (exit 0)  tapbench run ", shown.splitlines()[-1])

    def test_no_color_is_honoured(self):
        code, shown = on_terminal(self.words, self.folder, program.environment(NO_COLOR="1"))
        self.assertEqual(code, 0, shown)
        self.assertNotIn("\x1b[3", shown)
        self.assertIn("PASS (exit 0)", shown)

    def test_quiet_shows_no_progress(self):
        _, shown = on_terminal((*self.words, "-q"), self.folder, program.environment())
        self.assertNotIn(ERASE, shown)

    def test_a_pipe_gets_neither(self):
        done = self.run_it(*self.words)
        self.assertNotIn("\x1b", done.stdout)
        self.assertEqual(done.stderr, "")

    def test_json_on_stdout_is_all_there_is_on_stdout(self):
        done = self.run_it(*self.words, "--json", "-")
        self.assertEqual(json.loads(done.stdout)["verdict"], "pass")
        self.assertIn("PASS (exit 0)", done.stderr)

    def test_a_run_writes_the_files_it_was_given_and_no_other(self):
        self.run_it(*self.words, "--json", "j.json", "--junit", "j.xml")
        self.assertEqual(sorted(os.listdir(self.folder)), ["j.json", "j.xml", "r.db"])

    def test_without_a_name_the_result_is_called_as_the_scenario_and_lies_here(self):
        self.run_it("run", program.SMOKE)
        self.assertEqual(os.listdir(self.folder), ["smoke.db"])

    def test_annotations_only_for_github(self):
        words = (*self.words, "--set", "expect.taps=>= 100000")
        self.assertNotIn("::error", self.run_it(*words).stderr)
        done = self.run_it(*words, env=program.environment(GITHUB_ACTIONS="true"))
        self.assertIn("::error", done.stderr)

    def test_lists_are_tables_for_people_and_json_for_programs(self):
        for what in ("devices", "services", "scenarios", "params"):
            with self.subTest(what):
                table = self.run_it("list", what)
                self.expect_code(table, 0)
                rows = json.loads(self.run_it("list", what, "--json").stdout)
                self.assertEqual(len(rows), table.stdout.count("\n") - 1)
                self.assertGreater(len(rows), 4)

    def test_every_scenario_that_a_service_names_is_listed(self):
        services = json.loads(self.run_it("list", "services", "--json").stdout)
        names = {row["scenario"]
                 for row in json.loads(self.run_it("list", "scenarios", "--json").stdout)}
        named = {name for row in services for name in row["scenarios"].split() if name != "-"}
        self.assertGreater(len(named), 0)
        self.assertEqual(named - names, set())
        not_yet = [row for row in services if row["state"] not in ("checked", "named only")]
        self.assertEqual([row["service"] for row in not_yet
                          if row["scenarios"] != "-" or row["service"] < "S28"], [])


if __name__ == "__main__":
    program.main()
