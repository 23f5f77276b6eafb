# SPDX-License-Identifier: Apache-2.0
"""Reports of `tapbench certify` refuse to be changed."""
import os
import unittest

from desk import Certify, program


class Reports(Certify):
    def setUp(self):
        super().setUp()
        self.desk()
        self.expect(self.certify("small.yaml", "-o", "out"), 0)

    def verify(self, code):
        return self.expect(self.run_it("certify", "--verify", "out"), code)

    def test_one_flipped_byte_in_any_file_is_refused_and_named(self):
        for folder, _, files in os.walk(self.path("out")):
            for name in files:
                path = os.path.join(folder, name)
                with open(path, "rb") as stream:
                    good = stream.read()
                middle = len(good) // 2
                bad = good[:middle] + bytes([good[middle] ^ 1]) + good[middle + 1:]
                self.write(path, bad)
                self.assertIn(name, self.verify(1).stderr)
                self.write(path, good)
        self.verify(0)

    def test_missing_and_additional_files_are_refused_and_named(self):
        self.write("out/evidence/more.txt", "")
        self.assertIn("evidence/more.txt: was added", self.verify(1).stderr)
        os.remove(self.path("out/evidence/more.txt"))
        os.remove(self.path("out/report.html"))
        self.assertIn("report.html: is missing", self.verify(1).stderr)

    def test_sha256sum_agrees(self):
        done = program.subprocess.run(
            "sha256sum -c --quiet root.sha256 && sha256sum -c --quiet manifest.sha256", shell=True,
            cwd=self.path("out"), check=False, capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_a_report_is_never_put_over_anything(self):
        done = self.expect(self.certify("small.yaml", "-o", "out"), 4)
        self.assertIn("no empty folder", done.stderr)

    def test_what_is_no_report_is_told(self):
        os.mkdir(self.path("nothing"))
        self.expect(self.run_it("certify", "--verify", "nothing"), 4)
        self.expect(self.run_it("certify", "--verify", "nowhere"), 4)

    def test_words_that_make_no_sense_are_refused(self):
        for words in ([], ["small.yaml"], ["--bench", "desk.yaml"], ["--root", "00"],
                      ["small.yaml", "--bench", "desk.yaml", "--verify", "out"],
                      ["desk.yaml", "--bench", "desk.yaml"], ["none.yaml", "--bench", "desk.yaml"]):
            done = self.expect(self.run_it("certify", *words), 4)
            self.assertEqual(done.stderr.count("\n"), 1, done.stderr)


if __name__ == "__main__":
    unittest.main()
