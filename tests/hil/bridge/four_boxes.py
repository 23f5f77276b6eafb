# SPDX-License-Identifier: Apache-2.0
"""Four readers at once, each 500 taps and more, in one paced run: what the scenario and the bench file
of this repository promise. Minutes of the wall's clock, so this is for the campaign."""
import os
import unittest

from benches import CALM, TAPS, Bench, program, rows

SCENARIO = os.path.join(program.SCENARIOS, "rush_hour", "whole_day.yaml")
DAY = [SCENARIO, *CALM]
SERVED = """SELECT bus.name, count(*) FROM tap JOIN device USING (device) JOIN bus USING (bus)
            WHERE device IN (SELECT device FROM reader_time) GROUP BY device ORDER BY bus.name"""


class FourBoxes(Bench):
    def test_serve_500_taps_each_and_replay_to_the_same_digest(self):
        with open(os.path.join(program.SCENARIOS, "bench", "four.yaml"), encoding="utf-8") as stream:
            self.write("four.yaml", stream.read().replace("/tmp", self.folder))
        bench = ["--bench", "four.yaml", "--tape", "tapes"]
        self.expect(0, *DAY, "-q", "-o", "virtual.db")
        paced = self.expect(0, *DAY, "-q", "-o", "paced.db", *bench)
        self.expect(0, *DAY, "-q", "-o", "replay.db", *bench, "--mode", "replay")

        served = rows(self.path("paced.db"), SERVED)
        print(served, *rows(self.path("paced.db"), "SELECT text FROM note WHERE kind = 'drift'"),
              paced.stderr, sep="\n")
        self.assertEqual(len(served), 4)
        self.assertGreaterEqual(min(taps for _, taps in served), 500)
        self.assertEqual(rows(self.path("paced.db"), TAPS), rows(self.path("virtual.db"), TAPS))
        self.assertEqual(*(rows(self.path(name), "SELECT digest FROM run")
                           for name in ("paced.db", "replay.db")))


if __name__ == "__main__":
    unittest.main()
