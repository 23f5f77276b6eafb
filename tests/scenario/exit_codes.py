# SPDX-License-Identifier: Apache-2.0
"""The exit code of a run: 0 passed, 1 correctness, 2 only a latency budget, 3 inconclusive, 4 a bad
file; the worst wins in the order 4, 1, 2, 3. What the file and the JSON say is the same."""
import json

import program
import small_city

PASSES = "expect={ fare_error: '== 0 yen' }"
LATE = "expect.tap_time.p99=<= 1 us"
WRONG = "expect.taps_lost=> 5"
UNTESTED = "expect.consent=== 0"
BAD_WORD = "expect.tap_tme=<= 1 s"

# (settings, exit code, verdict)
RUNS = [
    ([PASSES], 0, "pass"),
    ([PASSES, WRONG], 1, "fail"),
    ([PASSES, LATE], 2, "fail"),
    ([PASSES, UNTESTED], 3, "inconclusive"),
    ([PASSES, LATE, UNTESTED], 2, "fail"),
    ([PASSES, WRONG, UNTESTED], 1, "fail"),
    ([PASSES, WRONG, LATE], 1, "fail"),
    ([PASSES, WRONG, LATE, UNTESTED], 1, "fail"),
]


class ExitCodes(program.Folder):
    def setUp(self):
        super().setUp()
        small_city.write(self)

    def run_with(self, settings, *more):
        words = [word for setting in settings for word in ("--set", setting)]
        return self.run_it("run", "s.yaml", "-o", "r.db", "--json", "r.json", *words, *more)

    def test_the_worst_of_what_was_found_is_the_exit_code(self):
        for settings, code, verdict in RUNS:
            with self.subTest(settings):
                done = self.run_with(settings)
                self.expect_code(done, code)
                self.assertIn(f"{verdict.upper()} (exit {code})", done.stdout.splitlines()[-1])
                with open(self.path("r.json"), encoding="utf-8") as stream:
                    told = json.load(stream)
                self.assertEqual((told["exit_code"], told["verdict"]), (code, verdict))
                self.assertEqual(self.query("r.db", "SELECT exit_code, verdict FROM run"),
                                 [(code, verdict)])

    def test_a_bad_word_is_worse_than_a_wrong_yen(self):
        self.expect_refused(self.run_with([PASSES, WRONG, BAD_WORD]), "tap_tme")

    def test_a_broken_budget_names_the_hop_that_broke_it(self):
        self.assertIn("broken by ", self.run_with([PASSES, LATE]).stdout)

    def test_a_run_without_a_record_proves_nothing_and_writes_nothing(self):
        before = self.contents()
        done = self.run_it("run", "s.yaml", "--no-record")
        self.expect_code(done, 3)
        self.assertIn("INCONCLUSIVE (exit 3)", done.stdout.splitlines()[-1])
        self.assertEqual(self.contents(), before)


if __name__ == "__main__":
    program.main()
