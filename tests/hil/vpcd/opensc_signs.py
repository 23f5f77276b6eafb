# SPDX-License-Identifier: Apache-2.0
"""Signatures that unmodified OpenSC has our My Number Card make, checked by openssl."""
import os

import pcsc

MODULE = "/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so"  # slot index 0 auth, 1 signature
MESSAGE = b"One adult from Maebashi station to the city hall, 210 yen\n"


class OpenScSigns(pcsc.Desk):
    def setUp(self):
        super().setUp()
        self.serve()
        self.write("message", MESSAGE)

    def write(self, name, content):
        with open(self.path(name), "wb") as stream:
            stream.write(content)

    def public_key(self, certificate):
        return self.text_of("openssl", "x509", "-noout", "-pubkey", "-in",
                            os.path.join(pcsc.PKI, certificate))

    def sign(self, slot, pin, mechanism, file="message"):
        return self.run_it("pkcs11-tool", "--module", MODULE, "--slot-index", slot, "--login",
                           "--pin", pin, "--sign", "--mechanism", mechanism, "--input-file", file,
                           "--output-file", "signature")

    def check(self, certificate, digest):
        self.write("public.pem", self.public_key(certificate).encode())
        self.assertIn("Verified OK", self.text_of(
            "openssl", "dgst", "-" + digest, "-verify", "public.pem", "-signature", "signature",
            "message"))

    def test_with_both_keys_by_every_usual_hash(self):
        for slot, pin, certificate in (("0", "1234", "adult_auth.pem"),
                                       ("1", "ABC123", "adult_sign.pem")):
            for digest in ("sha1", "sha256", "sha512"):
                done = self.sign(slot, pin, digest.upper() + "-RSA-PKCS")
                self.assertEqual(done.returncode, 0, done.stderr.decode())
                self.check(certificate, digest)

    def test_of_a_digest_info_as_given(self):
        head = bytes.fromhex("3031300d060960864801650304020105000420")
        digest = self.run_it("openssl", "dgst", "-sha256", "-binary", "message").stdout
        self.write("info", head + digest)
        done = self.sign("0", "1234", "RSA-PKCS", "info")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.check("adult_auth.pem", "sha256")

    def test_do_not_come_with_a_wrong_pin_or_the_other_key(self):
        self.assertNotEqual(self.sign("0", "9999", "SHA256-RSA-PKCS").returncode, 0)
        self.assertFalse(os.path.exists(self.path("signature")) and
                         os.path.getsize(self.path("signature")))
        self.assertEqual(self.tries_left(), (2, 5))
        self.assertEqual(self.sign("0", "1234", "SHA256-RSA-PKCS").returncode, 0)
        self.assertEqual(self.tries_left(), (3, 5))
        with self.assertRaises(AssertionError):
            self.check("adult_sign.pem", "sha256")


if __name__ == "__main__":
    pcsc.main("opensc-tool", "pkcs15-tool", "pkcs11-tool")
