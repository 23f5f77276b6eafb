# SPDX-License-Identifier: Apache-2.0
"""tapbench sweep: one run a combination, one table; a wrong word stops it before anything runs."""
import csv
import io
import json
import os

import program
import small_city

LINK = """axis: link
points:
  good: ["city.devices.uplink.up=2 ms", "city.devices.uplink.down=2 ms"]
  bad: ["city.devices.uplink.up=2 s", "city.devices.uplink.down=2 s",
        "expect.tap_time.p99=<= 1 s"]
"""


class Sweep(program.Folder):
    def setUp(self):
        super().setUp()
        small_city.write(self)
        self.write("link.yaml", LINK)

    def sweep(self, *words):
        return self.run_it("sweep", "s.yaml", "--jobs", "2", *words)

    def test_every_combination_has_its_row_everywhere(self):
        done = self.sweep("--over", "decision.placement=cloud,post", "--over", "@link.yaml", "-q",
                          "-o", "out.db", "--csv", "out.csv", "--json", "out.json",
                          "--html", "out.html")
        self.expect_code(done, 0)
        points = [("cloud", "good"), ("cloud", "bad"), ("post", "good"), ("post", "bad")]
        lines = done.stdout.splitlines()
        self.assertEqual([tuple(line.split()[:2]) for line in lines[1:5]], points)
        with open(self.path("out.csv"), encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(io.StringIO(stream.read())))
        self.assertEqual([(row["decision.placement"], row["link"]) for row in rows], points)
        with open(self.path("out.json"), encoding="utf-8") as stream:
            told = json.load(stream)
        self.assertEqual([row["exit_code"] for row in told["rows"]], [0] * 4)
        kept = self.query("out.db", "SELECT taps, digest FROM sweep ORDER BY number")
        self.assertEqual([(str(taps), digest) for taps, digest in kept],
                         [(row["taps"], row["digest"]) for row in rows])
        with open(self.path("out.html"), encoding="utf-8") as stream:
            self.assertIn("<svg", stream.read())

    def test_a_row_is_the_run_its_command_repeats(self):
        done = self.sweep("--over", "seed=3,4", "--json", "-", "-o", "out.db")
        self.expect_code(done, 0)
        row = json.loads(done.stdout)["rows"][1]
        self.assertIn("--seed 4", row["repeat"])
        alone = self.run_it("run", "s.yaml", "--seed", "4", "--json", "-", "-o", "alone.db")
        self.assertEqual(json.loads(alone.stdout)["digest"], row["digest"])

    def test_side_by_side_or_one_by_one_is_the_same(self):
        words = ["--over", "seed=1,2,3", "--csv", "-", "-q"]
        first = self.sweep(*words).stdout
        again = self.run_it("sweep", "s.yaml", "--jobs", "1", *words).stdout
        self.assertEqual(first, again)

    def test_the_worst_exit_code_wins(self):
        done = self.sweep("--over", "expect.tap_time.p99=<= 1 s,<= 1 us", "-q")
        self.expect_code(done, 2)

    def test_wrong_words_stop_it_before_anything_runs(self):
        before = self.contents()
        for words, part in ((["--over", "decision.placment=cloud"], "placment"),
                            (["--over", "decision.placement=cloud,moon"], "moon"),
                            (["--over", "decision.placement"], "expected key=value,value"),
                            (["--over", "@nowhere.yaml"], "nowhere.yaml"),
                            (["--over", "seed=1", "--set", "people.9.count=3"], "index"),
                            (["--over", "seed=1", "--html", "no/such/folder.html"], "no folder"),
                            (["--over", "seed=1", "--keep", "nowhere"], "nowhere")):
            with self.subTest(words):
                self.expect_refused(self.sweep(*words), part)
        self.assertEqual(self.contents(), before)

    def test_runs_are_kept_only_where_asked(self):
        os.mkdir(self.path("kept"))
        self.expect_code(self.sweep("--over", "seed=1,2", "-q", "--keep", "kept"), 0)
        self.assertEqual(sorted(os.listdir(self.path("kept"))), ["run-1.db", "run-2.db"])
        self.assertEqual([name for name in os.listdir(self.folder) if name.endswith(".db")],
                         ["s-sweep.db"])


if __name__ == "__main__":
    program.main()
