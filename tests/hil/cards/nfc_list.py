# SPDX-License-Identifier: Apache-2.0
"""The stock nfc-list of libnfc finds our transit card over the virtual reader, and no longer when it
is removed or the reader is unplugged."""
import os
import signal
import subprocess

import served_cards
from served_cards import program

NFC_LIST = served_cards.client("nfc-list")
FOUND = {
    "212": "FeliCa (212 kbps)",
    "424": "FeliCa (424 kbps)",
}


class NfcList(served_cards.Served):
    def listed(self, link):
        more = {"LIBNFC_AUTO_SCAN": "false", "LIBNFC_DEFAULT_DEVICE": "pn532_uart:" + link}
        return subprocess.run([NFC_LIST, "-v"], env={**os.environ, **more}, text=True,
                              capture_output=True, check=False, timeout=served_cards.PATIENCE)

    def test_finds_the_card_while_it_is_there(self):
        link = self.path("reader")
        server = self.serve(served_cards.TRANSIT, "--pn532", link)
        with_card = self.listed(link)
        self.assertEqual(with_card.returncode, 0, with_card.stderr)
        for rate in FOUND.values():
            self.assertIn(rate, with_card.stdout)
        self.assertIn("10  0b  4b  42  84  85  d0  ff", with_card.stdout)  # PMm
        self.assertIn("00  03", with_card.stdout)                          # system code

        self.assertEqual(server.say("remove 1"), "ok")
        without = self.listed(link)
        self.assertEqual(without.returncode, 0, without.stderr)
        self.assertNotIn("10  0b  4b", without.stdout)

        self.assertEqual(server.say("unplug"), "ok")
        self.assertNotIn("10  0b  4b", self.listed(link).stdout)
        self.assertEqual(server.say("plug"), "ok")
        self.assertEqual(server.say("present 1"), "ok")
        self.assertIn("10  0b  4b", self.listed(link).stdout)

        self.assertEqual(server.ended(signal.SIGTERM), 0)
        self.assertFalse(os.path.lexists(link))


if __name__ == "__main__":
    program.main()
