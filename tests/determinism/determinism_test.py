# SPDX-License-Identifier: Apache-2.0
"""The script on stand-in programs whose digest depends on what it must not, or not on the seed."""
import contextlib
import io
import os
import tempfile
import unittest

import determinism

# Prints the digest of a text that the body leaves in $of.
PROGRAM = """#!/bin/sh
of=$2; seed=1; record=yes; code=0
while [ $# -gt 0 ]; do
    case $1 in --seed) seed=$2 ;; --no-record) record=no ;; esac
    shift
done
BODY
echo "a line of progress" >&2
value=${value-$seed}
printf '{"digest": "%s", "expectations": [{"value": %s}]}\\nPASS\\n' \\
    "$(echo "$of" | sha256sum | cut -c1-64)" "$value"
exit $code
"""
GOOD = 'of="$of $seed"'


class Determinism(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def program(self, name, body):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(PROGRAM.replace("BODY", body))
        os.chmod(path, 0o700)
        return path

    def ask(self, question, body, second=""):
        first = self.program("first", body)
        with contextlib.redirect_stdout(io.StringIO()):
            return determinism.ask(question, first, second, "smoke.yaml")

    def test_a_program_that_depends_on_scenario_and_seed_alone_passes(self):
        for question in ("same_seed", "recorder_off", "another_seed"):
            self.assertEqual(self.ask(question, GOOD), 0, question)
        self.assertEqual(self.ask("second_build", GOOD, self.program("second", GOOD)), 0)

    def test_each_dependence_that_must_not_be_is_found(self):
        found = determinism.NOT_DETERMINISTIC
        self.assertEqual(self.ask("same_seed", 'of="$$"'), found)
        self.assertEqual(self.ask("recorder_off", 'of="$of $record"'), found)
        self.assertEqual(self.ask("another_seed", ':'), found)
        self.assertEqual(self.ask("another_seed", GOOD + "; value=3"), found)
        other = self.program("second", 'of="$of $seed debug"')
        self.assertEqual(self.ask("second_build", GOOD, other), found)

    def test_a_run_that_was_judged_and_did_not_pass_has_a_digest_as_well(self):
        self.assertEqual(self.ask("same_seed", GOOD + "; code=2"), 0)

    def test_a_run_that_fails_or_prints_no_digest_proves_nothing(self):
        self.assertEqual(self.ask("same_seed", GOOD + "; code=70"), determinism.FAILED)
        self.assertEqual(self.ask("same_seed", "echo '{}'; exit 0"), determinism.FAILED)
        self.assertEqual(self.ask("another_seed", "exit 1"), determinism.FAILED)

    def test_a_second_build_that_is_not_there_is_a_skip(self):
        self.assertEqual(self.ask("second_build", GOOD), determinism.ABSENT)


if __name__ == "__main__":
    unittest.main()
