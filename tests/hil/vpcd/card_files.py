# SPDX-License-Identifier: Apache-2.0
"""What is wrong with a My Number Card's file or memory is told in one line, without any secret."""
import os
import subprocess
import sys
import tempfile
import unittest

SOURCE = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
CARDS = os.path.join(SOURCE, "scenarios", "card")
INVALID_FILE = 4


class CardFiles(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="tapbench-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        os.symlink(os.path.join(CARDS, "pki"), os.path.join(self.folder, "pki"))

    def card(self, *changes):
        """The adult's file with some words replaced."""
        with open(os.path.join(CARDS, "my_number.yaml"), encoding="utf-8") as stream:
            text = stream.read()
        for before, after in changes:
            self.assertIn(before, text)
            text = text.replace(before, after)
        file = os.path.join(self.folder, "card.yaml")
        with open(file, "w", encoding="utf-8") as stream:
            stream.write(text)
        return file

    def refused(self, file, *words):
        done = subprocess.run(
            [os.environ["TAPBENCH"], "card", "serve", file, "--vpcd", "127.0.0.1:9", *words],
            input="quit\n", capture_output=True, text=True, check=False, timeout=60)
        self.assertEqual(done.returncode, INVALID_FILE, done.stderr)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        return done.stderr

    def test_shows_no_pin_that_is_wrong(self):
        for setting, place in (("pin.auth=98765", "--set pin.auth"),
                               ("pin.sign=secret98", "--set pin.sign"),
                               ("security_code=987", "--set security_code")):
            line = self.refused(self.card(), "--set", setting)
            self.assertIn("expected", line)
            self.assertNotIn(setting.split("=")[1], line)
        line = self.refused(self.card(('auth: "1234"', 'auth: "98765"')))
        self.assertIn("card.yaml:", line)
        self.assertIn("expected 4 digits in quotes", line)
        self.assertNotIn("98765", line)
        self.assertNotIn("1234", self.refused(self.card(('auth: "1234"', "auth: 1234"))))

    def test_names_keys_and_certificates_that_do_not_fit(self):
        key, authority = "key: pki/adult_auth_key.pem", "authority: pki/auth_ca.pem"
        for before, after, why in (
                (key, "key: pki/child_auth_key.pem", "is not the key of pki/adult_auth.pem"),
                (key, "key: pki/nobodys.pem", "no such file"),
                (key, "key: pki/adult_auth.pem", "expected an RSA private key"),
                (authority, "authority: pki/record_key.pem", "expected a certificate")):
            self.assertIn(why, self.refused(self.card((before, after))))

    def test_refuses_what_no_card_has(self):
        for before, after in (('birth: "1988-06-15"', 'birth: "1868-01-24"'),
                              ('serial: "999900000000001"', 'serial: "12"'),
                              ('municipality: "10201"', 'municipality: "1020A"'),
                              ('application_data: "000005E0"', 'application_data: "05E0"'),
                              ("sex: female", "sex: unknown"),
                              ('sign: "ABC123", ', ""),
                              ("number: { serve: false }", "number: { serve: maybe }"),
                              ("sign: 600 ms", "sign: 600"),
                              ("  radio:", "  wireless:")):
            self.assertIn("card.yaml:", self.refused(self.card((before, after))))

    def test_refuses_a_damaged_memory(self):
        state = os.path.join(self.folder, "state")
        os.mkdir(state)
        for text in ("", "my number card state 1\njpki/0018 tries 9\n", "\0" * 100):
            with open(os.path.join(state, "card.my_number"), "w", encoding="utf-8") as stream:
                stream.write(text)
            line = self.refused(self.card(), "--state", state)
            self.assertIn("card.my_number: line ", line)


if __name__ == "__main__":
    sys.exit(unittest.main())
