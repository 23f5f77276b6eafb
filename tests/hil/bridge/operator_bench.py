# SPDX-License-Identifier: Apache-2.0
"""`present: operator`: a script follows the prompts as a person would, with cards of another
process, and once does not."""
import os
import sys
import unittest

from benches import TAPS, Bench, rows

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "cards"))
from served_cards import Server

FEWEST = """SELECT name, position, device FROM device JOIN bus USING (bus) JOIN tap USING (device)
            GROUP BY device HAVING position = 0 AND count(*) BETWEEN 2 AND 4 ORDER BY count(*) LIMIT 1"""
CARD = """card: "card {number}"
transit: {{ number: {number}, type: {kind}, balance: {balance} yen }}
"""


class OperatorBench(Bench):
    def setUp(self):
        super().setUp()
        self.scenario = self.small_scenario()
        self.expect(0, *self.scenario, "-o", "virtual.db")
        bus, door, device = rows(self.path("virtual.db"), FEWEST)[0]
        self.door = (bus, ("rear", "front")[door])
        first = rows(self.path("virtual.db"), f"SELECT card, balance_before, true_half, min(t0) FROM tap"
                     f" WHERE device = {device} GROUP BY card ORDER BY min(t0)")
        self.cards = {card + 1: (balance, ("adult", "child", "disabled")[half])
                      for card, balance, half, _ in first}

    def serve(self):
        files = []
        for number, (balance, kind) in self.cards.items():
            files.append(f"card-{number}.yaml")
            self.write(files[-1], CARD.format(number=number, balance=balance, kind=kind))
        server = Server(self.folder, *files, "--pn532", self.path("reader"), "--empty")
        self.addCleanup(server.close)
        self.assertIn("ready", server.ready)
        return server

    def run_with_operator(self, obey, patience):
        bench = self.bench_file([self.door], use=f"nfc:pn532_uart:{self.path('reader')}",
                                present=", present: operator",
                                rest=f"drift: 20 s\npatience: {patience}\n")
        run = self.start("run", *self.scenario, "-q", "-o", "bench.db", "--bench", bench,
                         "--tape", "tapes")
        self.addCleanup(run.kill)
        place = {number: i for i, number in enumerate(self.cards, 1)}
        prompts = []
        for line in run.stderr:
            if ": place card " not in line and ": take card " not in line:
                continue
            prompts.append(line)
            number = int(line.split(" card ")[1].split(",")[0])
            obey("present" if ": place card" in line else "remove", place[number])
        out = run.stdout.read()
        return run.wait(), out, prompts

    def test_serves_the_cards_that_a_person_places(self):
        server = self.serve()
        code, out, prompts = self.run_with_operator(
            lambda what, card: server.say(f"{what} {card}"), "30 s")

        self.assertEqual(code, 0, out)
        self.assertGreaterEqual(len(prompts), 2 * len(self.cards))
        self.assertEqual(rows(self.path("bench.db"), TAPS), rows(self.path("virtual.db"), TAPS))
        self.expect(0, *self.scenario, "-q", "-o", "replay.db", "--bench", "bench.yaml",
                    "--tape", "tapes", "--mode", "replay")
        self.assertEqual(*(rows(self.path(name), "SELECT digest FROM run")
                           for name in ("bench.db", "replay.db")))

    def test_proves_nothing_when_nobody_places_the_card(self):
        self.serve()
        code, out, _ = self.run_with_operator(lambda what, card: None, "1 s")

        self.assertEqual(code, 3, out)
        self.assertIn("was not placed in time", out)


if __name__ == "__main__":
    unittest.main()
