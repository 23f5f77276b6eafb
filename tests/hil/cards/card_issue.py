# SPDX-License-Identifier: Apache-2.0
"""`tapbench card issue`: a blank FeliCa Lite-S, held to a virtual PN532 behind the real libnfc, becomes
a card of the bench; what is not blank is left as it is."""
import os

import served_cards
from served_cards import program

CARDS = os.path.join(program.SCENARIOS, "card")
BLANK = os.path.join(CARDS, "lite_s_blank.yaml")
ISSUED = os.path.join(CARDS, "lite_s.yaml")
REAL_IDM = "012e4a5b6c7d8e9f"
BENCH = """bench: desk
patience: {patience}
devices:
  fare_box/bus-1/front: {{ use: "nfc:pn532_uart:{folder}/reader", present: operator }}
  fare_box/bus-2/front: {{ use: "nfc:pn532_uart:{folder}/none", present: scenario }}
readers:
  - {{ reader: desk-1, use: "nfc:pn532_uart:{folder}/reader", declares: {{ felica_212: true }} }}
"""


class CardIssue(served_cards.Served):
    def setUp(self):
        super().setUp()
        self.bench("30 s")

    def bench(self, patience):
        self.write("bench.yaml", BENCH.format(folder=self.folder, patience=patience))

    def held(self, *words):
        server = self.serve(*words, "--pn532", "reader", "--state", "state")
        self.assertIn("ready", server.ready)
        return server

    def issue(self, card, *words, device="fare_box/bus-1/front"):
        return self.run_it("card", "issue", card, "--bench", "bench.yaml", "--device", device,
                           *words)

    def blocks(self, name):
        """What the served card remembers: S_PAD0 to 13, REG, ID, SER_C, CKV, CK, MC, WCNT."""
        with open(self.path(f"state/{name}.felica"), encoding="utf-8") as stream:
            return [line.split()[1] for line in stream if line.startswith("block ")]

    def test_makes_a_blank_card_one_of_the_bench(self):
        self.held(BLANK)
        done = self.issue(BLANK)
        self.expect_code(done, 0)
        self.assertIn("card 260901 is issued with 3000 yen", done.stdout)
        self.assertIn("Nothing was locked", done.stdout)
        self.assertNotIn(REAL_IDM, (done.stdout + done.stderr).lower())

        card = self.blocks("lite_s_blank")
        self.assertEqual(card[13], b"tapbench".hex() + "0fbe" + f"{260901:012x}")
        self.assertEqual(card[1][4:8], "b80b")  # 3000 yen, low byte first
        self.assertEqual(card[19][:26], "ffffff0007" + "00" * 8)  # MC as its maker left it
        self.assertNotEqual(card[18], "00" * 16)

    def test_refuses_what_is_not_blank_and_leaves_it_alone(self):
        server = self.held(BLANK)
        self.expect_code(self.issue(BLANK), 0)
        before = self.blocks("lite_s_blank")
        self.expect_refused(self.issue(BLANK), "is not blank: block 00 holds something; --again")
        self.assertEqual(self.blocks("lite_s_blank"), before)

        self.write("poorer.yaml", "card: poorer\nlite_s: { number: 7, balance: 500 yen }\n")
        self.expect_code(self.issue("poorer.yaml", "--again"), 0)
        self.assertEqual(self.blocks("lite_s_blank")[1][4:8], "f401")
        self.assertEqual(server.say("quit"), "ok")
        server.ended()

        self.held(ISSUED)
        self.expect_refused(self.issue(BLANK), "is locked: its block MC was changed")
        self.expect_refused(self.issue(BLANK, "--again"), "is locked")

    def test_waits_for_the_card(self):
        server = self.held(BLANK, "--empty")
        self.bench("1 s")
        done = self.issue(BLANK, device="desk-1")
        self.expect_code(done, 77)
        self.assertEqual(done.stderr, "desk-1: place the card\n"
                                      "desk-1: no FeliCa Lite-S was placed in time\n")
        self.bench("30 s")
        issuing = self.start("card", "issue", BLANK, "--bench", "bench.yaml", "--device", "desk-1")
        self.assertEqual(issuing.stderr.readline(), "desk-1: place the card\n")
        self.assertEqual(server.say("present 1"), "ok")
        out, log = issuing.communicate(timeout=served_cards.PATIENCE)
        self.assertEqual(issuing.returncode, 0, out + log)

    def test_wrong_words_and_files_are_one_line(self):
        transit = served_cards.TRANSIT
        for part, done in (
                ("expected a lite_s card", self.issue(transit)),
                ('has no "desk-2", did you mean "desk-1"?', self.issue(BLANK, device="desk-2")),
                ('expected "present: operator"', self.issue(BLANK, device="fare_box/bus-2/front")),
                ("one of the bench's several readers", self.issue(BLANK, device="")),
                ("nowhere.yaml", self.issue("nowhere.yaml"))):
            self.expect_refused(done, part)
        done = self.issue(BLANK)
        self.expect_code(done, 77)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)


if __name__ == "__main__":
    program.main()
