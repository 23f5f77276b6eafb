# SPDX-License-Identifier: Apache-2.0
"""One scenario of this repository, named by the first word: it passes, and its three reports are
well-formed and agree. A second word multiplies its crowd. One that needs real feeds is skipped
where there are none."""
import json
import os
import re
import subprocess
import sys

import json_schema
import program

SCHEMA = os.path.join(program.SCENARIOS, "schema", "result.schema.json")


def crowd(scenario, times):
    """The words that make every group of riders so many times as large."""
    with open(scenario, encoding="utf-8") as stream:
        counts = re.findall(r"^ *- *{ *profile: *\w+, *count: *(\d+)", stream.read(), re.MULTILINE)
    words = []
    for number, count in enumerate(counts):
        words += ["--set", f"people.{number}.count={int(count) * times}"]
    return words


class Shipped(program.Folder):
    scenario = ""
    times = 1

    def run_scenario(self):
        feeds = os.environ.get("TAPBENCH_FEEDS")
        more = {"TAPBENCH_FEEDS": os.path.abspath(feeds)} if feeds else {}
        larger = crowd(self.scenario, self.times) if self.times > 1 else []
        done = self.run_it("run", self.scenario, "-o", "r.db", "--junit", "r.xml", "--json",
                           "r.json", *larger, env=program.environment(**more))
        print(done.stdout)
        return done

    def test_it_passes_and_its_reports_agree(self):
        done = self.run_scenario()
        if done.returncode == program.SKIPPED and not os.environ.get("TAPBENCH_FEEDS"):
            self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
            self.skipTest(done.stderr.strip())
        self.expect_code(done, 0)
        self.assertTrue(done.stdout.splitlines()[-1].startswith("PASS (exit 0)"))
        self.check_junit()
        self.check_json()

    def check_junit(self):
        subprocess.run(["xmllint", "--noout", self.path("r.xml")], check=True)
        with open(self.path("r.xml"), encoding="utf-8") as stream:
            text = stream.read()
        self.assertIn('failures="0" errors="0"', text)
        self.assertNotIn("<failure", text)

    def check_json(self):
        with open(self.path("r.json"), encoding="utf-8") as stream:
            told = json.load(stream)
        with open(SCHEMA, encoding="utf-8") as stream:
            self.assertEqual(list(json_schema.problems(told, json.load(stream))), [])
        self.assertEqual(self.query("r.db", "SELECT digest, seed, status, verdict, exit_code,"
                                    " (SELECT COUNT(*) FROM tap) FROM run"),
                         [tuple(told[key] for key in ("digest", "seed", "status", "verdict",
                                                      "exit_code", "taps"))])
        self.assertEqual(len(told["digest"]), 64)
        self.assertEqual(self.query("r.db", "SELECT COUNT(*) FROM v_expectation"),
                         [(len(told["expectations"]),)])


def main():
    Shipped.scenario = os.path.join(program.SCENARIOS, sys.argv[1])
    if len(sys.argv) > 2:
        Shipped.times = int(sys.argv[2])
    result = program.unittest.TextTestRunner(verbosity=2).run(
        program.unittest.defaultTestLoader.loadTestsFromTestCase(Shipped))
    if not result.wasSuccessful():
        return 1
    return program.SKIPPED if result.skipped else 0


if __name__ == "__main__":
    sys.exit(main())
