# SPDX-License-Identifier: Apache-2.0
"""`tapbench certify` as its users meet it: the shipped suites, several readers, and all that keeps a
suite from being carried out."""
import json
import os
import re
import signal
import unittest

from desk import CARD, CARDS, READER, SMALL, Certify, program


class Suites(Certify):
    def test_our_virtual_reader_passes_the_reader_suite(self):
        self.desk(declares="felica_212: true, felica_424: true, type_b: true, replug: true")
        done = self.expect(self.certify(READER, "-o", "out"), 0)
        report = self.report()
        self.assertEqual(set(self.verdicts().values()), {"pass"})
        self.assertEqual({test["test"] for test in report["devices"][0]["left_out"]},
                         {"selects type_a", "exchanges type_a"})
        self.assertTrue(report["does_not_say"])
        self.assertGreater(report["expires"], report["ended"][:10])
        root = re.search(r"^root ([0-9a-f]{64})$", done.stdout, re.M).group(1)
        with open(self.path("out/root.sha256"), encoding="utf-8") as stream:
            self.assertEqual(stream.read(), f"{root}  manifest.sha256\n")
        self.expect(self.run_it("certify", "--verify", "out", "--root", root), 0)
        self.expect(self.run_it("certify", "--verify", "out", "--root", "0" * 64), 1)

    def test_our_transit_card_passes_its_suite(self):
        self.desk()
        done = self.certify(CARD, "-o", "out")
        verdicts = self.verdicts()
        # The card's declared time is short for a busy machine; that it can be missed has a test.
        self.assertIn(verdicts.pop("response_time felica_212"), ("pass", "inconclusive", "fail"))
        self.assertEqual(set(verdicts.values()), {"pass"}, done.stdout)
        self.assertIn(done.returncode, (0, 2, 3))
        self.assertIn("write_refused felica_212", verdicts)

    def test_four_readers_at_once_with_a_transcript_of_each_test(self):
        self.desk(readers=4)
        self.expect(self.certify("small.yaml", "-o", "out"), 0)
        for number in range(1, 5):
            folder = self.path(f"out/evidence/desk-{number}")
            self.assertEqual(sorted(os.listdir(folder)),
                             ["01-selects-felica_212.txt", "02-removal-felica_212.txt"])
            with open(os.path.join(folder, "01-selects-felica_212.txt"), encoding="utf-8") as text:
                lines = [line for line in text if not line.startswith("#")]
            self.assertTrue(all(re.match(r"[<>] \d+ ", line) for line in lines))
            self.assertEqual(len(lines), 450)

    def test_the_plan_says_why_tests_are_left_out(self):
        self.desk()
        done = self.expect(self.certify("small.yaml", "--plan"), 0)
        self.assertIn("desk-1 does not declare type_b", done.stdout)
        self.assertFalse(os.path.exists(self.path("l1")))
        plan = json.loads(self.certify("small.yaml", "--plan", "--json").stdout)
        self.assertEqual([test["choice"] for test in plan], ["run", "left out", "run"])

    def test_nobody_at_the_desk_proves_nothing(self):
        self.desk(present="operator")
        served = self.start("card", "serve", os.path.join(CARDS, "transit.yaml"), "--pn532", "l1",
                            stdin=program.subprocess.PIPE)
        try:
            self.assertIn("ready", served.stdout.readline())
            self.expect(self.certify("small.yaml", "-o", "out"), 3)
            self.assertIn("no terminal", json.dumps(self.report()))
        finally:
            served.terminate()
            served.communicate()

    def test_a_mute_reader_is_the_benchs_error(self):
        self.desk(present="operator")
        served = self.start("card", "serve", os.path.join(CARDS, "transit.yaml"), "--pn532", "l1",
                            stdin=program.subprocess.PIPE)
        try:
            served.stdout.readline()
            served.stdin.write("fault mute\n")
            served.stdin.flush()
            served.stdout.readline()
            self.expect(self.certify("small.yaml", "-o", "out"), 70)
            self.assertEqual(set(self.verdicts().values()), {"error"})
        finally:
            served.terminate()
            served.communicate()

    def test_an_absent_reader_is_told_in_one_line(self):
        self.desk(present="operator")
        done = self.expect(self.certify("small.yaml", "-o", "out"), 77)
        self.assertEqual(done.stderr.count("\n"), 1)
        self.assertEqual(os.listdir(self.folder).count("out"), 0)

    def evidence_begun(self):
        return any(name.startswith("01-") for _, _, files in os.walk(self.folder) for name in files)

    def test_ctrl_c_leaves_a_report_marked_aborted(self):
        self.desk()
        self.write("small.yaml", SMALL.replace("count: 150", "count: 100000", 1))
        run = self.start("certify", "small.yaml", "--bench", "desk.yaml", "-o", "out")
        while run.poll() is None and not self.evidence_begun():
            pass
        run.send_signal(signal.SIGINT)
        run.communicate()
        self.assertEqual(run.returncode, 130)
        report = self.report()
        self.assertEqual(report["verdict"], "aborted")
        self.assertFalse(report["ran_to_completion"])
        self.expect(self.run_it("certify", "--verify", "out"), 0)


if __name__ == "__main__":
    unittest.main()
