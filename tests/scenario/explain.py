# SPDX-License-Identifier: Apache-2.0
"""`tapbench explain` on a tap of a recorded run: where, every hop with its time, every frame by its
command, every yen with its rule; and the command that records the frames when there are none."""
import json
import os
import re
import shlex

import program

ALIGHTED = ("SELECT tap FROM v_tap WHERE kind = 'alight' AND verdict = 'accepted' AND fare > 0"
            " ORDER BY device, sequence LIMIT 1")
HOPS = ("poll", "select", "read", "decision", "write", "feedback", "journal", "upload", "visible")
# What a fare box asks a card in one touch, in this order, and the card answers each.
COMMANDS = ("Polling", "Request Service", "Authentication 1", "Authentication 2", "Read", "Write")


class Explain(program.Folder):
    def recorded(self, *words):
        """A run in r.db and the key of one alighting tap in it."""
        self.expect_code(self.run_it("run", program.SMOKE, "-o", "r.db", *words), 0)
        return self.query("r.db", ALIGHTED)[0][0]

    def explained(self, key, file="r.db"):
        done = self.run_it("explain", file, key)
        self.expect_code(done, 0)
        return done.stdout

    def test_every_hop_every_frame_and_every_yen_is_told(self):
        key = self.recorded("--trace", "all")
        text = self.explained(key)
        self.assertIn(f"Tap {key}: alight, accepted", text)
        for hop in HOPS:
            self.assertRegex(text, rf"(?m)^  {hop} +\d+\.\d\d\d ms ")
        frames = re.findall(r"(?m)^  \d\d:\d\d:\d\d\.\d{3}  ([<>]) (.+?)  +\d+ bytes", text)
        expected = [(way, name) for name in COMMANDS for way in "><"]
        self.assertEqual([frame for n, frame in enumerate(frames)
                          if n == 0 or frame != frames[n - 1]], expected)
        fare = self.query("r.db", f"SELECT fare FROM v_tap WHERE tap = '{key}'")[0][0]
        self.assertRegex(text, r"base fare \d+ yen by \w+")
        self.assertIn(f"the box: fare {fare} yen", text)
        self.assertIn(f"ledger fare: {fare} yen from card to revenue", text)

    def test_json_says_what_the_result_file_says(self):
        key = self.recorded("--trace", "all")
        done = self.run_it("explain", "r.db", key, "--json")
        self.expect_code(done, 0)
        told = json.loads(done.stdout)
        device, sequence = key.split("-")
        rows = self.query("r.db", "SELECT name, ns FROM v_hop WHERE device = "
                          f"{device} AND sequence = {sequence} ORDER BY hop")
        self.assertEqual([(hop["name"], hop["ns"]) for hop in told["hops"]], rows)
        frames = self.query("r.db", "SELECT COUNT(*) FROM frame WHERE device = "
                            f"{device} AND sequence = {sequence}")
        self.assertEqual(len(told["frames"]), frames[0][0])
        self.assertEqual(told["due"][0]["due"], told["tap"]["fare"])
        self.assertEqual(sum(posting["yen"] for posting in told["postings"]), told["tap"]["fare"])

    def test_a_wrong_key_is_refused_and_the_nearest_named(self):
        key = self.recorded("--trace", "none")
        device = key.split("-")[0]
        for wrong, part in [(f"{device}-900", f"the nearest is {device}-"),
                            ("9999-1", "the nearest is "), ("9999", "write DEVICE-SEQUENCE"),
                            ("-1", ""), ("a-b", "write DEVICE-SEQUENCE")]:
            with self.subTest(wrong):
                self.expect_refused(self.run_it("explain", "r.db", wrong), part)

    def test_without_frames_it_prints_the_command_that_records_them(self):
        key = self.recorded("--trace", "none", "--seed", "11", "--set", "ic_share=80 %")
        command = re.search(r"this records them: (.*)", self.explained(key)).group(1)
        words = shlex.split(command)
        self.assertEqual(words[:2], ["tapbench", "run"])
        self.expect_code(self.run_it(*words[1:]), 0)
        traced = self.explained(key, words[words.index("-o") + 1])
        self.assertEqual(traced.split("Frames")[0], self.explained(key).split("Frames")[0])
        for name in COMMANDS:
            self.assertIn(f"> {name} ", traced)
        keys = "SELECT DISTINCT device || '-' || sequence FROM frame"
        self.assertEqual(self.query(words[words.index("-o") + 1], keys), [(key,)])

    def test_a_share_of_the_taps_keeps_its_frames(self):
        self.recorded("--trace", "25%")
        kept, taps = self.query("r.db", "SELECT (SELECT COUNT(DISTINCT device << 32 | sequence)"
                                " FROM frame), (SELECT COUNT(*) FROM tap)")[0]
        self.assertGreater(kept, taps // 8)
        self.assertLess(kept, taps // 2)

    def test_reading_a_result_leaves_nothing_beside_it(self):
        self.expect_code(self.run_it("run", program.SMOKE, "-o", "r.db"), 0)
        with open(self.path("r.db"), "rb") as stream:
            content = stream.read()
        self.write("copy.db", content)
        self.explained(self.query("copy.db", ALIGHTED)[0][0])
        self.assertEqual(sorted(os.listdir(self.folder)), ["copy.db", "r.db"])
        self.assertEqual(self.contents()[self.path("r.db")], content)


if __name__ == "__main__":
    program.main()
