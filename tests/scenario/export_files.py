# SPDX-License-Identifier: Apache-2.0
"""tapbench export as a command: its CSV files, what it refuses, and that it leaves no halves."""
import csv
import json
import os
import resource
import signal

import exported
import program
import small_city


def small_disk():
    """As a full disk: writing beyond the limit fails instead of killing the process."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))


class ExportFiles(exported.Exported):
    def test_csv_has_every_view_row_by_row(self):
        self.small_run()
        self.export("csv", "c")
        views = self.query("r.db", "SELECT name FROM sqlite_master WHERE type = 'view'")
        self.assertEqual({f"{view}.csv" for view, in views}, set(os.listdir(self.path("c"))))
        for view, in views:
            with open(self.path(f"c/{view}.csv"), encoding="utf-8", newline="") as stream:
                written = list(csv.reader(stream))[1:]
            rows = [["" if cell is None else str(cell) for cell in row]
                    for row in self.query("r.db", f"SELECT * FROM {view}")]
            self.assertEqual(sorted(written), sorted(rows), view)

    def test_csv_twice_is_the_same_twice(self):
        self.small_run()
        for folder in ("a", "b"):
            self.export("csv", folder)
        for name in os.listdir(self.path("a")):
            with open(self.path(f"a/{name}"), "rb") as a, open(self.path(f"b/{name}"), "rb") as b:
                self.assertEqual(a.read(), b.read(), name)

    def test_csv_of_one_view_for_a_spreadsheet(self):
        self.small_run()
        self.export("csv", "c", "--view", "v_tap", "--bom")
        self.assertEqual(os.listdir(self.path("c")), ["v_tap.csv"])
        with open(self.path("c/v_tap.csv"), "rb") as stream:
            self.assertTrue(stream.read().startswith(b"\xef\xbb\xbfrow,tap,device,"))

    def test_names_with_commas_quotes_and_lines_come_back(self):
        name = 'Alpha, "old"\nNorth 前橋'
        small_city.write(self)
        self.run_of("s.yaml")
        self.change("UPDATE stop SET name = ? WHERE id = 'A'", name)
        self.export("csv", "c", "--view", "v_tap")
        self.export("geojson", "m", "--k", "1")
        self.assertIn(name, {row["board"] for row in self.rows("c/v_tap.csv")})
        features = self.features("m")
        self.assertIn(name, {one["properties"].get("name") for one in features})

    def test_says_what_was_written(self):
        self.small_run()
        done = self.run_it("export", "r.db", "--to", "gtfs-ride", "-o", "g", "--json")
        told = {file["name"]: file for file in json.loads(done.stdout)["files"]}
        self.assertEqual(told["board_alight.txt"]["rows"], len(self.rows("g/board_alight.txt")))
        self.assertGreater(told["board_alight.txt"]["cells_hidden"], 0)
        silent = self.run_it("export", "r.db", "--to", "gtfs-ride", "-o", "g", "-q")
        self.assertEqual(silent.stdout + silent.stderr, "")

    def refused(self, part, *words):
        self.expect_refused(self.run_it("export", *words), part)

    def test_what_cannot_be_is_refused_in_one_line(self):
        self.small_run()
        before = self.contents()
        self.refused("none.db: no such file", "none.db", "--to", "csv", "-o", "x")
        self.refused("expected a result file", "s.yaml", "--to", "csv", "-o", "x")
        self.refused("expected a result file", "gtfs", "--to", "csv", "-o", "x")
        self.refused('did you mean "tides"', "r.db", "--to", "tide", "-o", "x")
        self.refused("expected a folder", "r.db", "--to", "csv", "-o", "s.yaml")
        self.refused("cannot be made", "r.db", "--to", "csv", "-o", "no/where")
        self.refused('did you mean "v_tap"', "r.db", "--to", "csv", "-o", "x", "--view", "v_taps")
        self.refused("hides nothing", "r.db", "--to", "tides", "-o", "x", "--k", "5")
        self.refused("from 1 to 1000", "r.db", "--to", "geojson", "-o", "x", "--k", "0")
        self.refused("only csv", "r.db", "--to", "tides", "-o", "x", "--bom")
        self.refused("--out is required", "r.db", "--to", "csv")
        self.assertEqual(self.contents(), before)

    def test_a_result_of_another_version_is_refused(self):
        self.small_run()
        self.change("PRAGMA user_version = 99")
        self.refused("of version 99", "r.db", "--to", "csv", "-o", "x")

    def test_a_full_disk_leaves_nothing(self):
        self.small_run()
        before = self.contents()
        done = self.run_it("export", "r.db", "--to", "tides", "-o", "t", preexec_fn=small_disk)
        self.expect_code(done, 70)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertIn("fare_transactions.csv: cannot be written", done.stderr)
        self.assertEqual(self.contents(), before)

    def test_ctrl_c_leaves_nothing(self):
        self.small_run()
        self.change("INSERT INTO tap SELECT t.* FROM tap t, (SELECT 1 FROM tap LIMIT 300)")
        before = self.contents()
        child = self.start("export", "r.db", "--to", "csv", "-o", "c", "--view", "v_tap")
        self.addCleanup(child.kill)
        while not os.path.exists(self.path("c/v_tap.csv.part")):
            self.assertIsNone(child.poll(), "ended before it could be interrupted")
        child.send_signal(signal.SIGINT)
        out, log = child.communicate()
        self.assertEqual((child.returncode, out, log),
                         (130, "", "interrupted: nothing was written\n"))
        self.assertEqual(self.contents(), before)

    def test_a_run_that_was_aborted_is_exported_as_far_as_it_went(self):
        self.small_run()
        self.change("UPDATE run SET status = 'aborted'")
        done = self.run_it("export", "r.db", "--to", "tides", "-o", "t", "-q")
        self.expect_code(done, 0)
        self.assertEqual(done.stderr, "r.db: its run has not come to an end, only what it recorded"
                                      " is exported\n")
        self.assertGreater(len(self.rows("t/fare_transactions.csv")), 0)


if __name__ == "__main__":
    program.main()
