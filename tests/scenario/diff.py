# SPDX-License-Identifier: Apache-2.0
"""tapbench diff: two runs side by side, and as a gate."""
import json

import program
import small_city


class Diff(program.Folder):
    def setUp(self):
        super().setUp()
        small_city.write(self)

    def run_to(self, name, *words):
        done = self.run_it("run", "s.yaml", "-q", "-o", name, *words)
        self.assertIn(done.returncode, (0, 1, 2), done.stderr)

    def test_the_same_run_twice_is_the_same(self):
        self.run_to("a.db")
        self.run_to("b.db")
        done = self.run_it("diff", "a.db", "b.db")
        self.expect_code(done, 0)
        self.assertEqual(done.stdout.splitlines()[-1], "SAME (exit 0)")

    def test_a_dearer_fare_is_named_ride_by_ride(self):
        self.run_to("a.db")
        small_city.replace(self, "gtfs/fare_attributes.txt", "short,150", "short,160")
        self.run_to("b.db")
        done = self.run_it("diff", "a.db", "b.db")
        self.expect_code(done, 1)
        self.assertIn("150 yen  ->  160 yen", done.stdout)
        self.assertIn("the first of them tap ", done.stdout)
        self.expect_code(self.run_it("diff", "a.db", "b.db", "--gate"), 1)

    def test_another_seed_is_compared_as_far_as_it_goes(self):
        self.run_to("a.db")
        self.run_to("b.db", "--seed", "8")
        done = self.run_it("diff", "a.db", "b.db", "--json")
        self.expect_code(done, 1)
        told = json.loads(done.stdout)
        self.assertFalse(told["same_people"])
        self.assertEqual(told["fares"]["rides"], 0)
        self.assertIn("* seed", self.run_it("diff", "a.db", "b.db").stdout)

    def test_a_gate_over_few_taps_proves_nothing(self):
        self.run_to("a.db")
        done = self.run_it("diff", "a.db", "a.db", "--gate")
        self.expect_code(done, 3)
        self.assertIn("not tested  tap time", done.stdout)

    def test_the_gate_is_green_for_the_same_and_red_for_slower(self):
        people = ["--set", "people.0.count=2000", "--set", "ic_share=100 %"]
        self.run_to("a.db", *people)
        self.run_to("b.db", *people, "--set", "city.devices.fare_box.decision_time=40 ms")
        self.expect_code(self.run_it("diff", "a.db", "a.db", "--gate"), 0)
        done = self.run_it("diff", "a.db", "b.db", "--gate")
        self.expect_code(done, 2)
        self.assertIn("SLOWER      tap time", done.stdout)
        self.expect_code(self.run_it("diff", "b.db", "a.db", "--gate"), 0)

    def test_files_that_are_no_results_are_refused(self):
        self.run_to("a.db")
        self.expect_refused(self.run_it("diff", "a.db", "none.db"), "none.db: no such file")
        self.expect_refused(self.run_it("diff", "s.yaml", "a.db"), "expected a result file")
        self.expect_refused(self.run_it("diff", "a.db", "a.db", "--gate", "--tolerance", "5 ms"),
                            "expected a percentage")


if __name__ == "__main__":
    program.main()
