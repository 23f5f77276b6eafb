# SPDX-License-Identifier: Apache-2.0
"""A scenario that needs real feeds: without a folder it is not here (77), with a folder that is
named but missing, or that holds something else, it is invalid (4)."""
import os

import program

REAL = os.path.join(program.SCENARIOS, "rush_hour", "real_feeds.yaml")
NAMES = ("kanetsu_maebashi_2019.zip", "ncb_maebashi_2019.zip")


class RealFeeds(program.Folder):
    def test_without_a_folder_it_is_not_here_and_says_so_in_one_line(self):
        done = self.run_it("run", REAL)
        self.expect_code(done, 77)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertIn("--set feeds=DIR or TAPBENCH_FEEDS", done.stderr)
        self.assertEqual((done.stdout, self.contents()), ("", {}))

    def test_a_folder_that_is_named_but_missing_is_invalid(self):
        part = "no such feed: nowhere/" + NAMES[0]
        self.expect_refused(self.run_it("run", REAL, "--set", "feeds=nowhere"), part)
        named = program.environment(TAPBENCH_FEEDS="nowhere")
        self.expect_refused(self.run_it("run", REAL, env=named), part)
        self.assertEqual(self.contents(), {})

    def test_a_folder_of_broken_feeds_is_invalid(self):
        for name in NAMES:
            self.write(name, "not a zip")
        before = self.contents()
        self.expect_refused(self.run_it("run", REAL, "--set", "feeds=."), NAMES[0])
        self.assertEqual(self.contents(), before)

    def test_the_setting_goes_before_the_environment(self):
        named = program.environment(TAPBENCH_FEEDS="elsewhere")
        self.expect_refused(self.run_it("run", REAL, "--set", "feeds=nowhere", env=named),
                            "nowhere/" + NAMES[0])

    def test_lint_is_content_and_says_that_it_did_not_look(self):
        done = self.run_it("lint", REAL)
        self.expect_code(done, 0)
        self.assertIn("real feeds not here: not looked at", done.stdout)


if __name__ == "__main__":
    program.main()
