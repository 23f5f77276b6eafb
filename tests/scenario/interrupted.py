# SPDX-License-Identifier: Apache-2.0
"""A run that is stopped, killed or out of disk while it records: the file stays readable and says
aborted. The run is the one `tapbench bench` measures, so long that it is always met under way."""
import os
import resource
import signal
import sqlite3
import unittest

import program

BENCH = os.path.join(program.SCENARIOS, "rush_hour", "bench.yaml")
LONG = ("run", BENCH, "--set", "people.0.count=200000", "-o", "r.db")
DISK = 4 << 20


def small_disk():
    """As a full disk: writing beyond the limit fails instead of killing the process."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (DISK, DISK))


class Interrupted(program.Folder):
    def taps(self):
        return self.query("r.db", "SELECT COUNT(*) FROM tap")[0][0]

    def recording(self):
        """The long run, once its file has taps."""
        child = self.start(*LONG, "--json", "r.json", "--junit", "r.xml")
        self.addCleanup(child.kill)
        while True:
            self.assertIsNone(child.poll(), "ended before it could be interrupted")
            try:
                if self.taps() > 0:
                    return child
            except sqlite3.Error:
                pass  # the file or its tables are not there yet

    def expect_aborted_file(self):
        self.assertEqual(self.query("r.db", "SELECT status FROM run"), [("aborted",)])
        self.assertEqual(self.query("r.db", "PRAGMA integrity_check"), [("ok",)])
        self.assertGreater(self.taps(), 0)
        key = self.query("r.db", "SELECT tap FROM v_tap LIMIT 1")[0][0]
        explained = self.run_it("explain", "r.db", key)
        self.expect_code(explained, 0)
        self.assertIn(f"Tap {key}:", explained.stdout)

    def test_ctrl_c_leaves_a_partial_result_marked_aborted(self):
        child = self.recording()
        child.send_signal(signal.SIGINT)
        out, _ = child.communicate()
        self.assertEqual(child.returncode, 130, out)
        self.assertTrue(out.splitlines()[-1].startswith("ABORTED (exit 130)"), out)
        self.expect_aborted_file()
        self.assertLess(self.taps(), 400_000)  # as many as the whole run has
        with open(self.path("r.json"), encoding="utf-8") as stream:
            self.assertIn('"status": "aborted"', stream.read())
        with open(self.path("r.xml"), encoding="utf-8") as stream:
            self.assertIn("aborted", stream.read())

    def test_a_killed_run_leaves_what_it_had_committed(self):
        child = self.recording()
        child.kill()
        child.communicate()
        self.assertEqual(child.returncode, -signal.SIGKILL)
        self.expect_aborted_file()

    @unittest.skipIf(os.environ.get("TAPBENCH_SANITIZE"),
                     "AddressSanitizer loses the stack when something is thrown after SystemC has "
                     "switched stacks (google/sanitizers issue 189)")
    def test_a_full_disk_is_the_failure_of_the_bench_and_said_in_one_line(self):
        done = self.run_it(*LONG, preexec_fn=small_disk)
        self.expect_code(done, 70)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertIn("r.db", done.stderr)
        self.assertEqual(done.stdout.count("\n"), 1, done.stdout)
        self.assertTrue(done.stdout.startswith("ERROR (exit 70)  tapbench run "), done.stdout)
        self.assertLessEqual(os.path.getsize(self.path("r.db")), DISK)
        self.expect_aborted_file()


if __name__ == "__main__":
    program.main()
