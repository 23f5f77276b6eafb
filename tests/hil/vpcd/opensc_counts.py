# SPDX-License-Identifier: Apache-2.0
"""Wrong PINs are counted down to blocked, and the card remembers over removal and restart."""
import os

import pcsc


class OpenScCounts(pcsc.Desk):
    def verify(self, number, pin):
        return self.run_it("pkcs15-tool", "--verify-pin", "--auth-id", number,
                           "--pin", pin).returncode == 0

    def test_down_to_blocked_for_both_pins(self):
        self.serve()
        for left in (2, 1, 0):
            self.assertFalse(self.verify("01", "9999"))
            self.assertEqual(self.tries_left(), (left, 5))
        self.assertFalse(self.verify("01", "1234"), "right, but too late")
        for left in (4, 3, 2, 1, 0):
            self.assertFalse(self.verify("02", "WRONG1"))
            self.assertEqual(self.tries_left(), (0, left))
        self.assertFalse(self.verify("02", "ABC123"))
        self.assertIn("BEGIN CERTIFICATE",
                      self.text_of("pkcs15-tool", "--read-certificate", "01"))

    def test_up_again_with_a_right_one(self):
        self.serve()
        self.assertFalse(self.verify("02", "WRONG1"))
        self.assertTrue(self.verify("02", "ABC123"))
        self.assertEqual(self.tries_left(), (3, 5))

    def test_over_removal(self):
        server = self.serve()
        self.assertFalse(self.verify("01", "9999"))
        self.assertEqual(server.tell("remove 1"), "ok")
        self.wait_for_empty()
        self.assertEqual(server.tell("present 1"), "ok")
        self.wait_for_card()
        self.assertEqual(self.tries_left(), (2, 5))

    def test_over_a_restart_with_a_state_folder(self):
        state = self.path("state")
        server = self.serve("--state", state)
        self.assertEqual(self.tries_left(), (3, 5), "an empty folder is a card as issued")
        self.assertFalse(self.verify("01", "9999"))
        server.end()
        self.wait_for_empty()
        for name in os.listdir(state):
            self.assertEqual(os.stat(os.path.join(state, name)).st_mode & 0o777, 0o600)
        again = self.serve("--state", state)
        self.assertEqual(self.tries_left(), (2, 5))
        again.end()
        self.wait_for_empty()
        self.serve()
        self.assertEqual(self.tries_left(), (3, 5), "without the folder the card forgets")

    def test_against_a_pin_that_was_set(self):
        server = self.serve("--set", "pin.auth=7777")
        self.assertFalse(self.verify("01", "1234"))
        self.assertTrue(self.verify("01", "7777"))
        self.assertNotIn("7777", server.said())

    def test_anew_after_a_change_by_the_holder(self):
        state = self.path("state")
        server = self.serve("--state", state)
        done = self.run_it("opensc-tool", "-s", "00A4040C0AD392F000260100000001",
                           "-s", "002000980431323334", "-s", "002401980435363738")
        self.assertEqual(done.stdout.count(b"SW1=0x90, SW2=0x00"), 3, done.stdout.decode())
        server.end()
        self.wait_for_empty()
        self.serve("--state", state)
        self.assertFalse(self.verify("01", "1234"))
        self.assertTrue(self.verify("01", "5678"))


if __name__ == "__main__":
    pcsc.main("opensc-tool", "pkcs15-tool")
