# SPDX-License-Identifier: Apache-2.0
"""`tapbench run --pcapng`: what stock tshark finds in the capture is what the result file holds."""
import os
import shutil
import subprocess
import sys

import program

DAY = 1781017200 * 10**9  # 2026-06-10 00:00 in Japan, the service day of the scenario
COMMANDS = {"Polling", "Request Service", "Authentication1", "Authentication2", "Read", "Write"}
PASSED = ("run", program.SMOKE, "-q", "-o", "r.db")


class Capture(program.Folder):
    def captured(self, *words):
        self.expect_code(self.run_it(*PASSED, *words, "--pcapng", "r.pcapng"), 0)

    def packets(self, *fields, only=""):
        """The columns tshark shows for each packet."""
        words = [word for field in fields for word in ("-e", field)]
        done = subprocess.run(["tshark", "-n", "-r", self.path("r.pcapng"), "-Y", only, "-T",
                               "fields", *words], text=True, check=True, capture_output=True)
        return [tuple(line.split("\t")) for line in done.stdout.splitlines()]

    def test_every_frame_and_message_is_there_at_its_time_in_its_direction(self):
        self.captured()
        shown = [(int(time.replace(".", "")) - DAY, int(way, 16)) for time, way in
                 self.packets("frame.time_epoch", "frame.packet_flags_direction")]
        recorded = self.query("r.db", "SELECT start, 2 - from_card FROM frame UNION ALL SELECT"
                              " sent, 2 FROM uplink UNION ALL SELECT acknowledged, 1 FROM uplink"
                              " WHERE acknowledged NOT NULL")
        self.assertEqual(sorted(shown), sorted(recorded))
        self.assertEqual([time for time, _ in shown], sorted(time for time, _ in shown))

    def test_nothing_is_malformed_and_the_commands_have_names(self):
        self.captured()
        self.assertEqual(self.packets("frame.number", only="_ws.malformed||_ws.unreassembled"), [])
        names = {info for info, in self.packets("_ws.col.Info", only="felica")}
        self.assertEqual(names, COMMANDS | {name + " (Response)" for name in COMMANDS})
        protocols = {name for name, in self.packets("frame.protocols", only="ip")}
        self.assertEqual(protocols, {"raw:ip:data"})

    def test_the_uplink_carries_every_tap_that_the_cloud_knows(self):
        self.captured()
        size = sum(int(length) for length, in self.packets("data.len", only="ip.src==192.0.2.0/24"))
        events = self.query("r.db", "SELECT sum(events) FROM batch")[0][0]
        self.assertEqual(size, 61 * events)

    def test_comments_name_tap_and_hop(self):
        self.captured()
        taps = {comment.split(",")[0] for comment, in
                self.packets("frame.comment", only="felica")}
        self.assertEqual(taps, {"tap " + key for key, in self.query(
            "r.db", "SELECT DISTINCT device || '-' || sequence FROM frame")})
        hops = {(info, comment.split(", ")[1]) for info, comment in
                self.packets("_ws.col.Info", "frame.comment", only="felica")}
        self.assertIn(("Write", "write"), hops)
        self.assertIn(("Read", "read"), hops)
        self.assertIn(("Polling", "poll"), hops)
        self.assertNotIn(("Write", "poll"), hops)

    def test_of_a_chosen_tap_it_holds_the_frames_and_the_batch_that_carried_it(self):
        self.captured()
        key = self.query("r.db", "SELECT tap FROM v_tap WHERE verdict = 'accepted' AND t8 NOT NULL"
                         " ORDER BY device, sequence LIMIT 1")[0][0]
        self.captured("--trace", key)
        comments = [comment for comment, in self.packets("frame.comment")]
        self.assertEqual({comment.split(",")[0] for comment in comments if "tap" in comment},
                         {"tap " + key})
        self.assertEqual(len([comment for comment in comments if "records" in comment]), 1)
        self.assertTrue(any(comment.endswith("write") for comment in comments))

    def test_it_can_be_piped_and_the_verdict_makes_room(self):
        self.captured()
        with open(self.path("r.pcapng"), "rb") as stream:
            whole = stream.read()
        done = subprocess.run([program.program(), *PASSED, "--pcapng", "-"], cwd=self.folder,
                              env=program.environment(), check=True, capture_output=True)
        self.assertEqual(done.stdout, whole)
        self.assertIn(b"PASS", done.stderr)

    def test_what_cannot_be_written_is_refused_before_the_run(self):
        self.expect_refused(self.run_it(*PASSED, "--pcapng", "nowhere/r.pcapng"), "no folder")
        self.expect_refused(self.run_it(*PASSED, "--no-record", "--pcapng", "r.pcapng"),
                            "without a record")
        self.assertEqual(os.listdir(self.folder), [])

    def test_a_capture_that_stood_there_is_replaced_and_nothing_left_beside_it(self):
        self.write("r.pcapng", b"old")
        self.captured()
        self.assertEqual(sorted(os.listdir(self.folder)), ["r.db", "r.pcapng"])
        self.assertGreater(len(self.packets("frame.number")), 100)


if __name__ == "__main__":
    if not shutil.which("tshark"):
        print("skipped: tshark is not installed")
        sys.exit(program.SKIPPED)
    program.main()
