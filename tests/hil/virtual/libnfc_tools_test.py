# SPDX-License-Identifier: Apache-2.0
"""The programs of libnfc-bin, libnfc-examples and libnfc-pn53x-examples against a virtual PN532.

The program virtual_reader is named by $VIRTUAL_READER. Where one of the programs is not installed
its tests are skipped; when none is, the exit code is 77."""
import os
import shutil
import signal
import sys
import unittest

from tool_desk import PATIENCE, ToolTest

PROGRAMS = ("nfc-scan-device", "nfc-list", "nfc-poll", "nfc-anticol", "nfc-read-forum-tag3",
            "nfc-emulate-forum-tag2", "pn53x-diagnose")
SKIPPED = 77


class Tools(ToolTest):
    def test_nfc_scan_device_names_chip_and_modulations(self):
        self.reader()
        output = self.output_of("nfc-scan-device", "-v")
        self.assertIn("1 NFC device(s) found", output)
        self.assertIn("PN532 v1.6", output)
        for modulation in ("ISO/IEC 14443A", "FeliCa (424 kbps, 212 kbps)", "ISO/IEC 14443-4B"):
            self.assertIn(modulation, output)

    def test_nfc_list_finds_every_card_in_its_technology(self):
        self.reader("transit", "type_b", "type_a4")
        output = self.output_of("nfc-list", "-v")
        for words in ("1 Felica (212 kbps) passive target(s) found",
                      "1 Felica (424 kbps) passive target(s) found",
                      "ID (NFCID2): 0f be 00 00 00 00 00 01",
                      "Parameter (PAD): 10 0b 4b 42 84 85 d0 ff",
                      "System Code (SC): 00 03",
                      "1 ISO14443B passive target(s) found", "Protocol Info: 00 81 81",
                      "1 ISO14443A passive target(s) found", "UID (NFCID3): 08 01 02 03",
                      "ATS: 78 80 80 02", "0 ISO14443B' passive", "0 ISO14443A-3 Jewel"):
            self.assertIn(words, output)

    def test_nfc_list_finds_nothing_on_an_empty_reader(self):
        self.reader()
        output = self.output_of("nfc-list", "-v")
        self.assertEqual(output.count(" passive target(s) found"), 10, output)
        for count in range(1, 10):
            self.assertNotIn(f"{count} ISO14443A passive", output)
            self.assertNotIn(f"{count} Felica", output)

    def test_nfc_list_tells_two_type_a_cards_apart(self):
        self.reader("type_a", "type_a2")
        output = self.output_of("nfc-list", "-t", "1")
        self.assertIn("2 ISO14443A passive target(s) found", output)
        self.assertIn("UID (NFCID3): 08 01 02 03", output)
        self.assertIn("UID (NFCID3): 08 01 06 03", output)

    def test_nfc_list_does_not_see_two_felica_cards_at_once(self):
        self.reader("transit", "transit2")
        self.assertIn("0 Felica (212 kbps) passive", self.output_of("nfc-list", "-v", "-t", "2"))

    def test_nfc_anticol_selects_a_card_bit_by_bit(self):
        self.reader("type_a4")
        output = self.output_of("nfc-anticol")
        self.assertIn("Sent bits: 26 (7 bits) Received bits: 04 00", output)
        self.assertIn("UID: 08010203 ATQA: 0004 SAK: 20 ATS: 05 78 80 80 02", output)

    def test_nfc_anticol_measures_the_answer_time_by_the_chips_timer(self):
        self.reader("type_a4b")
        output = self.output_of("nfc-anticol", "-t")
        self.assertIn("UID: 04090807060504 ATQA: 0004 SAK: 20", output)
        self.assertIn("Response after 1236 cycles", output)  # the card's delay, ISO 14443-3

    def test_nfc_read_forum_tag3_reads_the_message(self):
        self.reader("tag3")
        output = self.output_of("nfc-read-forum-tag3", "-o", "message")
        self.assertIn("Checksum: ok", output)
        with open(os.path.join(self.folder, "message"), "rb") as message:
            self.assertEqual(message.read(), b"\xd1\x01\x08U\x01example")

    def test_pn53x_diagnose_passes(self):
        self.reader()
        output = self.output_of("pn53x-diagnose")
        for test in ("Communication line", "ROM", "RAM"):
            self.assertIn(f"{test} test: OK", output)

    def test_nfc_poll_follows_a_card_that_comes_and_goes(self):
        reader = self.reader()
        poll = self.start("stdbuf", "-o0", "nfc-poll", "-v")
        self.read_until(poll, "NFC device will poll")
        reader.do("present type_a4")
        said = self.read_until(poll, "Waiting for card removing")
        self.assertIn("UID (NFCID3): 08 01 02 03", said)
        reader.do("remove type_a4")
        poll.communicate(timeout=PATIENCE)
        self.assertEqual(poll.returncode, 0)

    def interrupt_in(self, command, program):
        """Interrupts it once this command is acknowledged: an earlier interrupt would be lost."""
        process = self.start("stdbuf", "-o0", program, log_level="3")
        self.read_until(process, command + ".*PN53x ACKed")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)
        self.assertIn("0f be 00 00 00 00 00 01", self.output_of("nfc-list"))

    def test_nfc_poll_ends_on_interrupt_and_leaves_the_reader_usable(self):
        self.reader("transit")
        self.interrupt_in("d4 60 14 02 20", "nfc-poll")

    def test_a_target_waits_until_it_is_interrupted(self):
        self.reader("transit")
        self.interrupt_in("d4 8c", "nfc-emulate-forum-tag2")

    def test_a_killed_client_leaves_the_reader_usable(self):
        self.reader("transit")
        poll = self.start("stdbuf", "-o0", "nfc-poll")
        self.read_until(poll, "NFC device will poll")
        poll.kill()
        poll.wait()
        self.assertIn("0f be 00 00 00 00 00 01", self.output_of("nfc-list"))

    def test_an_unplugged_reader_is_found_again_when_plugged_in(self):
        reader = self.reader("transit")
        reader.do("unplug")
        output, _ = self.start("nfc-list").communicate(timeout=PATIENCE)
        self.assertIn("Unable to open NFC device", output)
        reader.do("plug")
        self.assertIn("0f be 00 00 00 00 00 01", self.output_of("nfc-list"))


if __name__ == "__main__":
    if not any(shutil.which(program) for program in PROGRAMS):
        print("skipped: none of", *PROGRAMS, "is installed")
        sys.exit(SKIPPED)
    unittest.main()
