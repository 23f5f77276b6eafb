# SPDX-License-Identifier: Apache-2.0
"""Real FeliCa Lite-S cards at a fare box: bought blank, issued for the bench, placed by a person. Their
own IDm is seen by the reader and nowhere else, and their tape plays like any other."""
import os
import sys
import unittest

from benches import SCENARIO, TAPS, Bench, rows

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "cards"))
from served_cards import Server

QUIET = """SELECT name, device FROM device JOIN bus USING (bus) JOIN tap USING (device)
           WHERE position = 0 GROUP BY device HAVING count(*) BETWEEN 2 AND 4
           ORDER BY count(*), device LIMIT 1"""
CARD = """card: "card {number}"
lite_s: {{ number: {number}, type: {kind}, balance: {balance} yen, blank: "{idm}" }}
"""


def real_idm(number):
    return f"012E4A5B6C7D{number:04X}"


class LiteSBench(Bench):
    def setUp(self):
        super().setUp()
        self.scenario = self.small_scenario()
        self.write("small.yaml", SCENARIO.replace("/maebashi/", "/maebashi_lite_s/"))
        self.expect(0, *self.scenario, "-o", "virtual.db")
        [(self.bus, device)] = rows(self.path("virtual.db"), QUIET)
        self.cards = {card + 1: (balance, ("adult", "child", "disabled")[half])
                      for card, balance, half, _ in rows(
                          self.path("virtual.db"),
                          "SELECT card, balance_before, true_half, min(t0) FROM tap"
                          f" WHERE device = {device} GROUP BY card ORDER BY min(t0)")}
        self.place = {number: i for i, number in enumerate(self.cards, 1)}
        self.bench = self.bench_with("30 s")
        self.server = self.serve_blanks()

    def bench_with(self, patience):
        return self.bench_file([(self.bus, "rear")],
                               use=f"nfc:pn532_uart:{self.path('reader')}",
                               present=", present: operator",
                               rest=f"drift: 20 s\npatience: {patience}\n")

    def serve_blanks(self):
        files = []
        for number, (balance, kind) in self.cards.items():
            files.append(f"cards/{number}.yaml")
            self.write(files[-1], CARD.format(number=number, balance=balance, kind=kind,
                                              idm=real_idm(number)))
        server = Server(self.folder, *files, "--pn532", self.path("reader"), "--empty")
        self.addCleanup(server.close)
        self.assertIn("ready", server.ready)
        return server

    def issue(self, number):
        self.server.say(f"present {self.place[number]}")
        done = self.run_it("card", "issue", f"cards/{number}.yaml", "--bench", self.bench)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.server.say(f"remove {self.place[number]}")

    def run_with_operator(self):
        run = self.start("run", *self.scenario, "-q", "-o", "paced.db", "--bench", self.bench,
                         "--tape", "tapes", "--trace", "all", "--pcapng", "paced.pcapng")
        self.addCleanup(run.kill)
        log = ""
        for line in run.stderr:
            log += line
            if ": place card " not in line and ": take card " not in line:
                continue
            number = int(line.split(" card ")[1].split(",")[0])
            self.server.say(f"{'present' if ': place' in line else 'remove'} {self.place[number]}")
        log += run.stdout.read()
        return run.wait(), log

    def look_for_real_ids(self, log):
        self.server.process.terminate()  # whoever reads its link waits for ever
        self.server.process.wait()
        for name, data in {**self.contents(), "log": log.encode()}.items():
            if data is None or f"{os.sep}cards{os.sep}" in name:
                continue
            for number in self.cards:
                idm = real_idm(number)
                for found in (bytes.fromhex(idm)[1:], idm[2:].encode(), idm[2:].lower().encode()):
                    self.assertNotIn(found, data, name)

    def test_serves_issued_cards_and_writes_their_own_ids_nowhere(self):
        for number in self.cards:
            self.issue(number)
        code, log = self.run_with_operator()
        self.assertEqual(code, 0, log)
        self.assertEqual(rows(self.path("paced.db"), TAPS), rows(self.path("virtual.db"), TAPS))
        self.look_for_real_ids(log)

        self.expect(0, *self.scenario, "-q", "-o", "replay.db", "--bench", self.bench,
                    "--tape", "tapes", "--trace", "all", "--mode", "replay")
        digests = [rows(self.path(name), "SELECT digest FROM run")
                   for name in ("paced.db", "replay.db")]
        self.assertEqual(digests[0], digests[1])

    def test_takes_a_card_that_was_not_issued_for_a_strangers(self):
        self.bench_with("1 s")
        code, log = self.run_with_operator()
        self.assertEqual(code, 3, log)
        self.assertIn("that is another card", log)
        self.look_for_real_ids(log)


if __name__ == "__main__":
    unittest.main()
