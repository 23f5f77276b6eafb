# SPDX-License-Identifier: Apache-2.0
"""What `tapbench run --bench` and `tapbench lint` say of benches that are wrong or not there."""
import unittest

from benches import Bench, program


class BenchWords(Bench):
    def refused(self, code, words, text):
        done = self.run_it("run", program.SMOKE, "-o", "run.db", *words)
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
        self.assertIn(text, done.stderr)

    def test_names_the_nearest_bus_and_the_doors(self):
        bench = self.bench_file([("bus_1", "front")])
        self.refused(4, ["--bench", bench, "-q"],
                     'bench.yaml:3:3: the scenario has no bus "bus_1", did you mean "bus-1"?')
        bench = self.bench_file([("bus-1", "middle")])
        self.refused(4, ["--bench", bench, "-q"],
                     'bus "bus-1" has no door "middle"; its readers are at: rear, front')

    def test_wants_a_bench_file_for_every_mode_but_virtual(self):
        self.refused(4, ["--mode", "paced"], "--mode: paced needs a bench file")
        self.refused(4, ["--tape", "x"], "--tape: nothing is recorded or played without --bench")
        self.refused(4, ["--bench", "nowhere.yaml"], "nowhere.yaml")
        bench = self.bench_file([("bus-1", "front")])
        self.refused(4, ["--bench", bench, "--mode", "replay"], "name the folder of its tape")

    def test_says_that_a_reader_is_not_there(self):
        bench = self.bench_file([("bus-1", "front")], use="nfc:pn532_uart:/dev/no-such-reader",
                                present=", present: operator")
        self.refused(77, ["--bench", bench, "-q"], "/dev/no-such-reader")

    def test_refuses_a_tape_that_is_none(self):
        bench = self.bench_file([("bus-1", "front")], use="tape:x.tape", present="")
        self.refused(4, ["--bench", bench, "-q"], "x.tape: no such tape")
        self.write("x.tape", "tapbench tape 1\ndevice other\n")
        self.refused(4, ["--bench", bench, "-q"], "x.tape:3: ")

    def test_lint_knows_bench_files(self):
        for devices, text in ((
                "  fare_box/bus-1: { use: \"nfc:x\" }", "expected fare_box/BUS/DOOR"), (
                "  fare_box/bus-1/front: { use: \"usb:x\" }", "expected nfc:CONNSTRING"), (
                "  fare_box/bus-1/front: { use: \"tape:x\", present: scenario }",
                "a tape is played without cards"), (
                "  fare_box/bus-1/front: { use: \"nfc:x\", presents: scenario }",
                "did you mean \"present\"?")):
            self.write("bench.yaml", f"bench: wrong\ndevices:\n{devices}\n")
            done = self.run_it("lint", "bench.yaml")
            self.assertEqual(done.returncode, 4, done.stdout + done.stderr)
            self.assertIn("bench.yaml:3:", done.stdout + done.stderr)
            self.assertIn(text, done.stdout + done.stderr)
        self.bench_file([("bus-1", "front")])
        self.assertEqual(self.run_it("lint", "bench.yaml").returncode, 0)


if __name__ == "__main__":
    unittest.main()
