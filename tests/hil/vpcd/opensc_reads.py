# SPDX-License-Identifier: Apache-2.0
"""Unmodified OpenSC recognises our My Number Card and reads what is on it."""
import os

import pcsc

ADULT_ATR = "3b:88:80:01:00:00:05:e0:b3:81:a1:00:7f"
CHILD_ATR = "3b:88:80:01:00:4b:51:ff:b3:81:d1:00:0f"


class OpenScReads(pcsc.Desk):
    def certificate(self, number, *words):
        text = self.text_of("pkcs15-tool", "--read-certificate", number, *words)
        return text[text.index("-----BEGIN"):]

    def test_knows_the_card_by_its_application_and_reads_what_is_free(self):
        self.serve()
        self.assertIn("jpki", self.text_of("opensc-tool", "-n"))
        self.assertEqual(self.text_of("opensc-tool", "-a").strip(), ADULT_ATR)
        dump = self.text_of("pkcs15-tool", "--dump")
        for thing in ("User Authentication PIN", "Digital Signature PIN",
                      "User Authentication Key", "Digital Signature Key",
                      "User Authentication Certificate", "Digital Signature Certificate"):
            self.assertIn(thing, dump)
        self.assertEqual(self.certificate("01"), pcsc.pem("adult_auth.pem"))
        self.assertEqual(self.certificate("03"), pcsc.pem("auth_ca.pem"))
        self.assertEqual(self.certificate("04"), pcsc.pem("sign_ca.pem"))

    def test_gets_the_signature_certificate_with_its_password_alone(self):
        self.serve()
        closed = self.run_it("pkcs15-tool", "--read-certificate", "02")
        self.assertNotIn(b"BEGIN CERTIFICATE", closed.stdout)
        opened = self.certificate("02", "--verify-pin", "--auth-id", "02", "--pin", "ABC123")
        self.assertEqual(opened, pcsc.pem("adult_sign.pem"))

    def test_finds_certificates_that_their_authorities_signed(self):
        self.serve()
        for number, authority in (("01", "auth_ca.pem"), ("03", "auth_ca.pem"),
                                  ("04", "sign_ca.pem")):
            with open(self.path("found.pem"), "w", encoding="utf-8") as stream:
                stream.write(self.certificate(number))
            self.text_of("openssl", "verify", "-no_check_time", "-CAfile",
                         os.path.join(pcsc.PKI, authority), "found.pem")
        subject = self.text_of("openssl", "x509", "-in", "found.pem", "-noout", "-issuer")
        self.assertIn("JPKI-TEST-TAPBENCH", subject)

    def test_reads_a_childs_card_that_has_no_signature_certificate(self):
        self.serve(card="my_number_child.yaml")
        self.assertEqual(self.text_of("opensc-tool", "-a").strip(), CHILD_ATR)
        self.assertEqual(self.certificate("01"), pcsc.pem("child_auth.pem"))
        signature = self.run_it("pkcs15-tool", "--read-certificate", "02", "--verify-pin",
                                "--auth-id", "02", "--pin", "ABC123")
        self.assertNotIn(b"BEGIN CERTIFICATE", signature.stdout)
        self.assertEqual(self.tries_left(), (3, 0))


if __name__ == "__main__":
    pcsc.main("opensc-tool", "pkcs15-tool")
