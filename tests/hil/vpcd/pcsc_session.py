# SPDX-License-Identifier: Apache-2.0
"""What any PC/SC program sees of our card: resets, removal, faults, and the time of an APDU."""
import statistics
import sys
import time

import pcsc
import pcsc_library

SELECT = "00A4040C0AD392F000260100000001"
VERIFY = "002000980431323334"
SIGN = "802A0097010100"
READ = "00B08A0000"
LEAVE, RESET, UNPOWER = 0, 1, 2


class PcscSession(pcsc.Desk):
    def open(self, *words):
        self.server = self.serve(*words)
        self.session = pcsc_library.Pcsc()
        self.session.connect()

    def ask(self, *commands):
        for command in commands:
            answer = self.session.transmit(command)
        return answer

    def test_forgets_pins_with_reset_and_power(self):
        self.open()
        for how, kept in ((LEAVE, True), (RESET, False), (UNPOWER, False)):
            self.assertEqual(self.ask(SELECT, VERIFY), "9000")
            self.session.reconnect(how)
            if not kept:
                self.assertEqual(self.ask(SIGN), "6A82", "no application")
            self.assertEqual(self.ask(SIGN)[-4:] == "9000", kept)

    def test_keeps_pins_in_a_warm_reset_where_the_card_is_like_that(self):
        self.open("--set", "quirks.warm_reset_keeps_pins=true")
        self.assertEqual(self.ask(SELECT, VERIFY), "9000")
        self.session.reconnect(RESET)
        self.assertEqual(self.ask(SIGN)[-4:], "9000")
        self.session.reconnect(UNPOWER)
        self.assertEqual(self.ask(SIGN), "6A82")

    def test_loses_a_removed_card_and_gets_it_back(self):
        self.open()
        self.assertEqual(self.ask(SELECT), "9000")
        self.server.tell("remove 1")
        with self.assertRaises(OSError):
            self.ask(READ)
        self.wait_for_empty()
        self.server.tell("present 1")
        self.wait_for_card()
        self.session.connect()
        self.assertEqual(self.ask(SELECT), "9000")

    def test_survives_a_card_whose_program_is_killed(self):
        self.open()
        self.server.process.kill()
        self.server.process.wait()
        with self.assertRaises(OSError):
            self.ask(SELECT)
        self.wait_for_empty()
        self.serve()
        self.session.connect()
        self.assertEqual(self.ask(SELECT), "9000")

    def test_has_no_individual_number_unless_it_is_served(self):
        text, pin, number = "00A4040C0AD3921000310001010408", "002000910432333435", "00B0810000"
        self.open()
        self.assertEqual(self.ask(text, pin, number), "6982")
        self.server.end()
        self.wait_for_empty()
        self.open("--set", "number.serve=true")
        answer = self.ask(text, pin, number)
        self.assertTrue(answer.startswith("FF100C3939393939") and answer.endswith("FFFF9000"))
        self.assertNotIn(bytes.fromhex(answer[6:30]).decode(), self.server.said())

    def test_waits_for_no_delayed_acknowledgement(self):
        """Prints how long an APDU takes; a delayed acknowledgement each would make it 40 ms."""
        self.open()
        self.ask(SELECT)
        times = []
        for _ in range(500):
            begin = time.perf_counter()
            self.ask(READ)
            times.append(time.perf_counter() - begin)
        times.sort()
        print(f"APDU of 256 bytes through pcscd: median {1000 * statistics.median(times):.3f} ms, "
              f"99 % below {1000 * times[494]:.3f} ms", file=sys.stderr)


if __name__ == "__main__":
    pcsc.main("opensc-tool")
